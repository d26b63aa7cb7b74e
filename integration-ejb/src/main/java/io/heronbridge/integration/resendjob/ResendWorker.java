package io.heronbridge.integration.resendjob;

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

/** Works off resend jobs in the background. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ResendWorker {
  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject ResendChunks chunks;
  @Inject ResendDesk desk;

  private final ChunkRounds rounds = new ChunkRounds("resend_job", new Resends());

  public void begin(@Observes BridgeReady ready) {
    rounds.begin(scheduler);
  }

  @PreDestroy
  void end() {
    rounds.end();
  }

  private final class Resends implements ChunkRounds.Jobs {
    @Override
    public void tidy() {
      desk.sweep();
    }

    @Override
    public List<UUID> running() {
      return chunks.running();
    }

    @Override
    public boolean work(UUID id) {
      return chunks.work(id);
    }

    @Override
    public void giveUp(UUID id) {
      desk.hold(id, "Its next links could not be resent; the application's log says why.");
    }
  }
}
