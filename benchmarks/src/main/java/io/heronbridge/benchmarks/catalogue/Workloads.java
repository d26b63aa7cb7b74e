package io.heronbridge.benchmarks.catalogue;

import io.heronbridge.benchmarks.product.AmbiguousSuccess;
import io.heronbridge.benchmarks.product.BulkResend;
import io.heronbridge.benchmarks.product.DatabaseCrash;
import io.heronbridge.benchmarks.product.FirstPaint;
import io.heronbridge.benchmarks.product.LimitedRate;
import io.heronbridge.benchmarks.product.OperatorsPages;
import io.heronbridge.benchmarks.product.OutageAndPoison;
import io.heronbridge.benchmarks.product.WebhookIntake;
import io.heronbridge.benchmarks.workload.Drain;
import io.heronbridge.benchmarks.workload.Drain.Plan;
import io.heronbridge.benchmarks.workload.KilledNode;
import io.heronbridge.benchmarks.workload.PickUp;
import io.heronbridge.benchmarks.workload.PromiseCost;
import io.heronbridge.benchmarks.workload.Size;
import io.heronbridge.benchmarks.workload.Steady;
import io.heronbridge.benchmarks.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that can be asked for, in their sizes. */
public final class Workloads {
  private static final Optional<Duration> NOTHING = Optional.empty();

  private Workloads() {}

  public static List<Workload> all(Size size) {
    return List.of(
        backlog(size),
        slowService(size),
        steady(size),
        pickUp(size),
        promiseCost(size),
        webhooks(size),
        killedNode(size),
        databaseCrash(size),
        outageAndPoison(size),
        limitedRate(size),
        operatorsPages(size),
        bulkResend(size),
        ambiguousSuccess(size),
        firstPaint(size));
  }

  private static Workload backlog(Size size) {
    Duration cap = Duration.ofSeconds(size.of(30, 90, 900));
    List<Workload.Case> cases = new ArrayList<>();
    int jobs = size.of(2_000, 20_000, 20_000);
    cases.add(new Drain(new Plan(jobs, 1, 16, 20, NOTHING, cap)));
    cases.add(new Drain(new Plan(jobs, 2, 16, 20, NOTHING, cap)));
    if (size == Size.FULL) {
      cases.add(new Drain(new Plan(jobs, 4, 16, 20, NOTHING, cap)));
      cases.add(new Drain(new Plan(10 * jobs, 1, 16, 20, NOTHING, cap)));
    }
    return new Workload(
        "W1",
        "Backlog of jobs that do nothing",
        """
        Rows of 512 characters lie in the table; nodes have started and are told to begin. The time
        runs from that order to the moment when the table says that nothing remains.\
        """,
        cases);
  }

  private static Workload slowService(Size size) {
    Duration cap = Duration.ofSeconds(size.of(20, 60, 300));
    List<Workload.Case> cases = new ArrayList<>();
    int jobs = size.of(1_000, 6_000, 6_000);
    cases.add(new Drain(new Plan(jobs, 1, 64, 10, Optional.of(Duration.ofMillis(50)), cap)));
    if (size == Size.FULL) {
      cases.add(new Drain(new Plan(jobs, 1, 64, 10, Optional.of(Duration.ofMillis(200)), cap)));
    }
    return new Workload(
        "W2",
        "Slow upstream, small pool",
        """
        Each job calls a service on this machine that answers after a while. 64 calls may be under
        way, and there are 10 connections to the database. Ideal is 64 calls always under way.\
        """,
        cases);
  }

  private static Workload steady(Size size) {
    int warm = size.of(2, 5, 30);
    int seconds = size.of(4, 30, 120);
    List<Workload.Case> cases = new ArrayList<>();
    for (int rate :
        size == Size.FULL ? List.of(500, 1_000, 2_000) : List.of(size.of(200, 500, 0))) {
      cases.add(new Steady(new Steady.Plan(rate, 100, warm, seconds)));
      if (size == Size.FULL) {
        cases.add(new Steady(new Steady.Plan(rate, 1, warm, seconds)));
      }
    }
    return new Workload(
        "W3",
        "Steady state",
        """
        Two nodes promise jobs at a fixed rate, half each, and do them. The latency runs from the
        commit to the moment when the job begins. A rate is sustained when it was met, the backlog
        grew by at most 100 a second and at most 20,000 were left; the last column is 1 then.\
        """,
        cases);
  }

  private static Workload pickUp(Size size) {
    int seconds = size.of(10, 30, 120);
    Duration patience = Duration.ofSeconds(size.of(10, 45, 200));
    return new Workload(
        "W4",
        "Idle pick-up",
        """
        The nodes have nothing to do but one job each second. The latency runs from the commit to
        the moment when the job begins. Afterwards a node without work is watched for a while.\
        """,
        List.of(new PickUp(false, seconds, patience), new PickUp(true, seconds, patience)));
  }

  private static Workload promiseCost(Size size) {
    return new Workload(
        "W5",
        "A promise inside the caller's transaction",
        """
        Each transaction inserts one row of business and promises one job. Right before, the same
        is measured without the promise, and the two are compared pair by pair. Nobody works.\
        """,
        List.of(new PromiseCost(size.of(3, 15, 60))));
  }

  private static Workload killedNode(Size size) {
    return new Workload(
        "W7",
        "A node is killed",
        """
        The process of one node gets SIGKILL while jobs are under way. The called service counts
        what arrives: lost is what was promised, is not in the table any more and never called.
        Calls that were under way at the kill may be repeated by anybody who promises at least once.
        Burned are attempts that count as failed though no job failed. Whoever needs longer by its
        own settings than the workload waits is told with that time instead.\
        """,
        List.of(
            new KilledNode(
                size.of(1_000, 4_000, 10_000), Duration.ofSeconds(size.of(45, 100, 2_400)))));
  }

  private static Workload webhooks(Size size) {
    int seconds = size.of(5, 20, 60);
    List<Workload.Case> cases = new ArrayList<>();
    cases.add(new WebhookIntake(size.of(50, 200, 200), seconds));
    if (size != Size.QUICK) {
      cases.add(new WebhookIntake(500, seconds));
    }
    if (size == Size.FULL) {
      cases.add(new WebhookIntake(1_000, seconds));
    }
    return new Workload(
        "W6",
        "Webhook intake",
        """
        Signed webhooks of 100 linked items arrive at a fixed rate. The latency runs from the moment
        at which each was due until its answer, so a slow answer counts for all that it held up.
        That of refused webhooks counts as well; they are no error. What was accepted must reach
        Heron unaltered while more comes in: the sandbox checks each signature again.
        Before the clock starts the node has taken 150 webhooks a second for a minute.\
        """,
        cases);
  }

  private static Workload databaseCrash(Size size) {
    return new Workload(
        "W8",
        "PostgreSQL crashes",
        """
        Four people connect banks, one after the other, with 200 ms in between; each call is repeated
        until it is answered. PostgreSQL is stopped as by a crash and started again; later all its
        connections are ended twice a second. Links flow again with the first post that Heron gets
        after PostgreSQL accepts connections; nobody touches the node. Lost is what was acknowledged,
        has not reached Heron in the end and is not shown as given up.\
        """,
        List.of(new DatabaseCrash(size.of(10, 20, 60), size.of(10, 60, 60))));
  }

  private static Workload outageAndPoison(Size size) {
    return new Workload(
        "W10",
        "Outage with poison",
        """
        Items are imported while Heron breaks off every connection; the retry schedule is the default
        one with every wait a sixtieth. The drain counts from the first link after the return to the
        last healthy one. An integration without answers is tried by one call at a time, after the
        schedule's waits and once a minute at least, so the first link may come late: that wait is a
        column of its own, and its minute is not sped up.\
        """,
        List.of(new OutageAndPoison(size.of(600, 2_000, 10_000), 1_200)));
  }

  private static Workload limitedRate(Size size) {
    List<Workload.Case> cases = new ArrayList<>();
    cases.add(new LimitedRate(size.of(750, 1_000, 1_000), 600, 600));
    if (size != Size.QUICK) {
      cases.add(new LimitedRate(1_000, 600, 1_200));
    }
    if (size == Size.FULL) {
      cases.add(new LimitedRate(1_000, 100, 100));
    }
    return new Workload(
        "W11",
        "Heron limits the rate",
        """
        Items are imported; each gets a link at Heron, which counts all requests of the last sixty
        seconds and tells its limit in its headers. No fixed window is stricter than this rolling
        one. Ideal is links divided by the rate that Heron takes.\
        """,
        cases);
  }

  private static Workload operatorsPages(Size size) {
    return new Workload(
        "W12",
        "Operator's lists",
        """
        The tables are filled as after some years, and one operator turns the pages of every list:
        the first and the third in turn, each read to its last byte. There is no other load.\
        """,
        List.of(new OperatorsPages(size.of(20_000, 1_000_000, 1_000_000))));
  }

  private static Workload bulkResend(Size size) {
    return new Workload(
        "W13",
        "Bulk resend",
        """
        Failed links are put into the database, and a job resends them. The plan is timed at the REST
        API, after one plan of nothing. The integration is paused before the start, so this is about
        the job and not about Heron. The node whose transaction resends at 50 % gets SIGKILL. Resent
        is counted in the audit log.\
        """,
        List.of(new BulkResend(size.of(10_000, 10_000, 10_000))));
  }

  private static Workload ambiguousSuccess(Size size) {
    return new Workload(
        "W14",
        "Success that nobody heard of",
        """
        Items are imported; each gets a link at Heron. Heron makes the link and then breaks the
        connection, at the first post of every tenth item. Whoever repeats without looking posts
        those twice: all peers do, since a job that failed is run again.\
        """,
        List.of(new AmbiguousSuccess(size.of(50, 500, 5_000))));
  }

  private static Workload firstPaint(Size size) {
    return new Workload(
        "W15",
        "First visit",
        """
        An end user opens a hosted link in a browser with an empty cache. The time is the browser's
        own, from the start of the navigation to the first text or picture, the link's redirect
        included. Plaid's script is left out; it does not hold the page up.\
        """,
        List.of(new FirstPaint(size.of(20, 60, 200))));
  }
}
