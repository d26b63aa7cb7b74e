package io.heronbridge.it.inside;

import io.heronbridge.it.probe.ProbedArchive;
import io.heronbridge.it.support.Workplace;
import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application as the server of this run takes it, with the tests in it. */
final class Deployments {
  private Deployments() {}

  static Archive<?> withTests(Class<?>... tests) {
    if ("payara-micro".equals(System.getProperty("arquillian.launch"))) {
      return added(ProbedArchive.war(Workplace.microWar()), tests).addAsLibrary(settings());
    }
    EnterpriseArchive ear = ProbedArchive.ear(Workplace.ear());
    added(ear.getAsType(WebArchive.class, ProbedArchive.PORTAL), tests);
    return ear.addAsLibrary(settings());
  }

  /** Where MicroProfile Config looks for them. */
  private static JavaArchive settings() {
    return ShrinkWrap.create(JavaArchive.class, "settings.jar")
        .addAsManifestResource(
            new File(System.getProperty("inside.settings")), "microprofile-config.properties");
  }

  private static WebArchive added(WebArchive war, Class<?>... tests) {
    return war.addClasses(tests).addAsLibrary(assertions());
  }

  private static JavaArchive assertions() {
    try {
      File jar =
          new File(Assertions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return ShrinkWrap.createFromZipFile(JavaArchive.class, jar);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
