package io.heronbridge.integration.trace;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.logging.Logger;

/** Sees to it that our log lines tell their trace for as long as we are deployed. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LogLines {
  /** Held: java.util.logging forgets a logger, with its handlers, that nobody refers to. */
  private static final Logger OURS = Logger.getLogger("io.heronbridge");

  private final LogTail tail = new LogTail();

  @PostConstruct
  void begin() {
    OURS.addHandler(tail);
  }

  @PreDestroy
  void end() {
    OURS.removeHandler(tail);
  }
}
