package io.heronbridge.portal.session;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import org.wildfly.elytron.web.undertow.server.servlet.AuthenticationManager;
import org.wildfly.security.auth.server.SecurityDomain;

/**
 * Lets WildFly, as it is shipped, accept the callers that {@link BridgeAuthentication} vouches for.
 *
 * <p>WildFly otherwise looks every caller up in its own realm, knows nobody, and answers 500. An
 * operator would switch that off in the server's configuration; this does the same from inside the
 * archive. Only Undertow looks for the class; other servers never load it.
 */
public class WildFlySignIn implements ServletExtension {

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext servletContext) {
    AuthenticationManager.builder()
        .setSecurityDomain(SecurityDomain.getCurrent())
        .setEnableJaspi(true)
        .setIntegratedJaspi(false)
        .setRunAsMapper(servlet -> null)
        .build()
        .configure(deployment);
  }
}
