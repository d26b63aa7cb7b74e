package io.heronbridge.it.support;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops what the run started, also when tests failed. */
public class TestRunListener implements LauncherSessionListener {

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (System.getProperty("arquillian.launch") != null) {
      InsideSettings.publish();
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    TestRun.current().close();
  }
}
