package io.heronbridge.portal.health;

import io.heronbridge.integration.startup.Readiness;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Ready means: what is sent here can be received durably. */
@WebServlet({"/health", "/health/ready"})
public class ReadinessServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @EJB private Readiness readiness;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Readiness.Report state = readiness.report();
    HealthReport report = new HealthReport();
    state.checks().forEach(check -> report.check(check.name(), check.up(), check.explanation()));
    report.write(state.isReady(), response);
  }
}
