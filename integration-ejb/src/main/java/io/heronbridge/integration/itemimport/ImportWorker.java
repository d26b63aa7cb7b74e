package io.heronbridge.integration.itemimport;

import io.heronbridge.integration.chunk.ChunkRounds;
import io.heronbridge.integration.startup.BridgeReady;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Works off imports in the background. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportWorker {
  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject BatchDesk batches;
  @Inject ImportDesk desk;

  private final ChunkRounds rounds = new ChunkRounds("import", new Imports());

  public void begin(@Observes BridgeReady ready) {
    rounds.begin(scheduler);
  }

  @PreDestroy
  void end() {
    rounds.end();
  }

  private final class Imports implements ChunkRounds.Jobs {
    @Override
    public void tidy() {
      desk.sweep();
    }

    @Override
    public List<UUID> running() {
      return batches.running();
    }

    @Override
    public boolean work(UUID id) {
      return batches.work(id);
    }

    @Override
    public void giveUp(UUID id) {
      desk.fail(id, "Its next lines could not be stored; the application's log says why.");
    }
  }
}
