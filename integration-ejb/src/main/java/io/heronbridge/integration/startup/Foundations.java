package io.heronbridge.integration.startup;

import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.access.IssuedKeys;
import io.heronbridge.persistence.access.People;
import io.heronbridge.persistence.access.SignInRefusals;
import io.heronbridge.persistence.brand.Brands;
import io.heronbridge.persistence.callback.HeronCallbacks;
import io.heronbridge.persistence.enduser.EndUsers;
import io.heronbridge.persistence.exchange.PublicTokenClaims;
import io.heronbridge.persistence.history.DeliverySpans;
import io.heronbridge.persistence.integration.HeronBreakers;
import io.heronbridge.persistence.integration.HeronBudgets;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integration.SetUps;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.integrationlink.LinkReadings;
import io.heronbridge.persistence.integrationlink.UnknownLinks;
import io.heronbridge.persistence.item.ItemEvents;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.itemimport.ItemImports;
import io.heronbridge.persistence.lenderevent.LenderEvents;
import io.heronbridge.persistence.outbox.OutboxMessages;
import io.heronbridge.persistence.outbox.OutboxQueues;
import io.heronbridge.persistence.repetition.ApiAnswers;
import io.heronbridge.persistence.resendjob.ResendJobs;
import io.heronbridge.persistence.secret.Keyset;
import io.heronbridge.persistence.secret.SecretCipher;
import io.heronbridge.persistence.session.LinkExits;
import io.heronbridge.persistence.session.LinkSessions;
import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import io.heronbridge.persistence.webhook.WebhookAnswers;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Hands every bean what it stands on: settings, the cipher, and the collections of the database.
 */
@ApplicationScoped
public class Foundations {
  @PersistenceContext(unitName = "heron-bridge")
  private EntityManager entityManager;

  @Resource(lookup = BridgeDatabase.JNDI)
  private DataSource dataSource;

  private Settings settings;
  private Keyset keyset;

  @Produces
  public synchronized Settings settings() {
    if (settings == null) {
      settings = Settings.from(ConfigProvider.getConfig());
    }
    return settings;
  }

  @Produces
  public synchronized SecretCipher cipher() {
    if (keyset == null) {
      keyset = Keyset.read(settings().keysetFile());
    }
    return keyset;
  }

  @Produces
  public Integrations integrations() {
    return new Integrations(entityManager);
  }

  @Produces
  public SetUps setUps() {
    return new SetUps(entityManager);
  }

  @Produces
  public Brands brands() {
    return new Brands(entityManager);
  }

  @Produces
  public EndUsers endUsers() {
    return new EndUsers(entityManager);
  }

  @Produces
  public Items items() {
    return new Items(entityManager);
  }

  @Produces
  public ItemImports itemImports() {
    return new ItemImports(entityManager);
  }

  @Produces
  public ResendJobs resendJobs() {
    return new ResendJobs(entityManager);
  }

  @Produces
  public ItemEvents itemEvents() {
    return new ItemEvents(entityManager);
  }

  @Produces
  public IntegrationLinks integrationLinks() {
    return new IntegrationLinks(entityManager);
  }

  @Produces
  public LinkReadings linkReadings() {
    return new LinkReadings(dataSource);
  }

  @Produces
  public UnknownLinks unknownLinks() {
    return new UnknownLinks(entityManager);
  }

  @Produces
  public PublicTokenClaims publicTokenClaims() {
    return new PublicTokenClaims(entityManager);
  }

  @Produces
  public LinkSessions linkSessions() {
    return new LinkSessions(entityManager);
  }

  @Produces
  public LinkExits linkExits() {
    return new LinkExits(entityManager);
  }

  @Produces
  public ReceivedWebhooks receivedWebhooks() {
    return new ReceivedWebhooks(entityManager);
  }

  @Produces
  public WebhookAnswers webhookAnswers() {
    return new WebhookAnswers(entityManager);
  }

  @Produces
  public HeronCallbacks heronCallbacks() {
    return new HeronCallbacks(entityManager);
  }

  @Produces
  public LenderEvents lenderEvents() {
    return new LenderEvents(entityManager);
  }

  @Produces
  public People people() {
    return new People(entityManager);
  }

  @Produces
  public SignInRefusals signInRefusals() {
    return new SignInRefusals(entityManager);
  }

  @Produces
  public IssuedKeys issuedKeys() {
    return new IssuedKeys(entityManager);
  }

  @Produces
  public OutboxMessages outboxMessages() {
    return new OutboxMessages(entityManager);
  }

  @Produces
  public OutboxQueues outboxQueues() {
    return new OutboxQueues(dataSource);
  }

  @Produces
  public DeliverySpans deliverySpans() {
    return new DeliverySpans(dataSource);
  }

  @Produces
  public HeronBudgets heronBudgets() {
    return new HeronBudgets(dataSource);
  }

  @Produces
  public HeronBreakers heronBreakers() {
    return new HeronBreakers(dataSource);
  }

  @Produces
  public ApiAnswers apiAnswers() {
    return new ApiAnswers(dataSource);
  }

  @Produces
  public EntityManager entityManager() {
    return entityManager;
  }
}
