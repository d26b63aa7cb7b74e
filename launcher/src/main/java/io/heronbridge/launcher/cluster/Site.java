package io.heronbridge.launcher.cluster;

import io.heronbridge.launcher.Progress;
import io.heronbridge.launcher.server.PayaraRuntime;
import io.heronbridge.launcher.server.ServerCommand;

/**
 * What all nodes of a cluster have in common.
 *
 * @param command how a node is started, but for its port and its spool; its port is the public one
 */
public record Site(ServerCommand command, PayaraRuntime runtime, Progress progress) {}
