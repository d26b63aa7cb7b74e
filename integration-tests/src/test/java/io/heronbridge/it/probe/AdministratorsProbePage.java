package io.heronbridge.it.probe;

import io.heronbridge.persistence.access.Role;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page for administrators only. */
@WebServlet("/admin/probe/administrators")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.ADMIN))
public class AdministratorsProbePage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().write("welcome");
  }
}
