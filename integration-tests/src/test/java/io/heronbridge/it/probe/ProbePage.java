package io.heronbridge.it.probe;

import io.heronbridge.persistence.access.Role;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells what roles the caller has, as the servlet and as a bean behind it see them. */
@WebServlet("/admin/probe")
@ServletSecurity(
    @HttpConstraint(rolesAllowed = {Role.Names.ADMIN, Role.Names.OPERATOR, Role.Names.VIEWER}))
public class ProbePage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @EJB private RoleProbe probe;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response
        .getWriter()
        .write(
            "admin=%s operator=%s viewer=%s bean=%s"
                .formatted(
                    request.isUserInRole(Role.Names.ADMIN),
                    request.isUserInRole(Role.Names.OPERATOR),
                    request.isUserInRole(Role.Names.VIEWER),
                    bean()));
  }

  private String bean() {
    try {
      return probe.forAdministrators();
    } catch (EJBAccessException e) {
      return "refused";
    }
  }
}
