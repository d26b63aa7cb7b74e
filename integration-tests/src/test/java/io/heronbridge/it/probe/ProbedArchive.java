package io.heronbridge.it.probe;

import io.heronbridge.it.support.Workplace;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application's archives as they are delivered, and one more jar in the WAR: the probes. */
public final class ProbedArchive {
  /** The WAR within the EAR. */
  public static final String PORTAL = "/web-portal.war";

  private ProbedArchive() {}

  /** Adds the probes to a copy of an archive. */
  public static Path of(Path archive) {
    boolean isEar = archive.toString().endsWith(".ear");
    Archive<?> probed = isEar ? ear(archive) : war(archive);
    Path copy = Workplace.folder("probed").resolve(archive.getFileName());
    probed.as(ZipExporter.class).exportTo(copy.toFile(), true);
    return copy;
  }

  /** The WAR for Payara Micro with the probes in it. */
  public static WebArchive war(Path archive) {
    return ShrinkWrap.createFromZipFile(WebArchive.class, archive.toFile()).addAsLibrary(probes());
  }

  /** The EAR with the probes in its WAR. */
  public static EnterpriseArchive ear(Path archive) {
    EnterpriseArchive ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, archive.toFile());
    ear.getAsType(WebArchive.class, PORTAL).addAsLibrary(probes());
    return ear;
  }

  private static JavaArchive probes() {
    return ShrinkWrap.create(JavaArchive.class, "probes.jar")
        .addClasses(RoleProbe.class, TransactionProbe.class, SealProbe.class, ProbeResource.class)
        .addClasses(ProbePage.class, AdministratorsProbePage.class);
  }
}
