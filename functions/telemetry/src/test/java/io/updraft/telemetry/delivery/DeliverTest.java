package io.updraft.telemetry.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.http.ProblemException;
import io.updraft.telemetry.delivery.Delivered.Refused;
import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.intake.Sender;
import io.updraft.telemetry.intake.Taken;
import io.updraft.telemetry.published.Value;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliverTest {
  private static final Addressee LAMP = new Addressee("lamp", null);
  private static final Addressee PUMP = new Addressee("pump", null);

  private final RecordingIntake intake = new RecordingIntake();
  private final Items items = new Items();

  @Test
  void bringsEachToItsDevice() {
    add(0, LAMP, "a");
    add(1, PUMP, "b");
    add(2, LAMP, "c");

    Delivered delivered =
        new Deliver(intake, Clock.systemUTC()).deliver(Senders.of(Callers.gateway()), items);

    assertThat(delivered).isEqualTo(new Delivered(3, List.of()));
    assertThat(intake.points("lamp")).extracting(Offered.Point::metric).containsExactly("a", "c");
    assertThat(intake.points("pump")).extracting(Offered.Point::metric).containsExactly("b");
  }

  @Test
  void cutsWhatIsTooMuchForOneCall() {
    IntStream.range(0, 2_500).forEach(i -> add(i, LAMP, "m" + i));

    new Deliver(intake, Clock.systemUTC()).deliver(Senders.of(Callers.gateway()), items);

    assertThat(intake.calls()).extracting(c -> c.offered().size()).containsExactly(1000, 1000, 500);
    assertThat(intake.points("lamp"))
        .extracting(Offered.Point::metric)
        .containsExactlyElementsOf(IntStream.range(0, 2_500).mapToObj(i -> "m" + i).toList());
  }

  @Test
  void refusesMoreThanFit() {
    IntStream.range(0, Items.MOST).forEach(i -> add(i, LAMP, "m"));

    assertThatThrownBy(() -> add(0, LAMP, "one more"))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(413));
  }

  @Test
  void namesWhatTheIntakeRefusesByItsOwnPlace() {
    IntStream.range(0, 1_002).forEach(i -> add(i, LAMP, "m" + i));
    Intake refusesTheFirst =
        (_, _, offered, _) ->
            new Taken.Stored(
                offered.size() - 1, 0, List.of(new Taken.Refusal(0, "timestamp", "is old")));

    Delivered delivered =
        new Deliver(refusesTheFirst, Clock.systemUTC())
            .deliver(Senders.of(Callers.gateway()), items);

    assertThat(delivered)
        .isEqualTo(
            new Delivered(
                1_000,
                List.of(
                    new Refused(0, "m0: timestamp is old"),
                    new Refused(1_000, "m1000: timestamp is old"))));
  }

  @Test
  void keepsTheOthersWhereAllOfOneDeviceAreRefused() {
    add(0, LAMP, "a");
    add(1, PUMP, "b");
    Intake refusesLamp =
        (_, device, offered, _) ->
            device.equals("lamp")
                ? new Taken.AllRefused(List.of(new Taken.Refusal(0, "", "is bad")))
                : new Taken.Stored(offered.size(), 0, List.of());

    assertThat(
            new Deliver(refusesLamp, Clock.systemUTC())
                .deliver(Senders.of(Callers.gateway()), items))
        .isEqualTo(new Delivered(1, List.of(new Refused(0, "a: is bad"))));
  }

  @Test
  void asksToComeBackWhereTheQuotaLeavesNothing() {
    add(0, LAMP, "a");

    assertThatThrownBy(
            () ->
                new Deliver(this::quotaUsedForLamp, Clock.systemUTC())
                    .deliver(Senders.of(Callers.gateway()), items))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(429);
              assertThat(e.problem().retryAfter()).isEqualTo(Duration.ofMinutes(9));
            });
  }

  @Test
  void reportsADeviceBeyondTheQuotaBesideOthers() {
    add(0, LAMP, "a");
    add(1, PUMP, "b");

    assertThat(
            new Deliver(this::quotaUsedForLamp, Clock.systemUTC())
                .deliver(Senders.of(Callers.gateway()), items))
        .isEqualTo(new Delivered(1, List.of(new Refused(0, "a: too many new devices"))));
  }

  private Taken quotaUsedForLamp(
      Sender sender, String device, List<Offered> offered, @Nullable String batchId) {
    return device.equals("lamp")
        ? new Taken.QuotaUsed("too many new devices", Duration.ofMinutes(9))
        : new Taken.Stored(offered.size(), 0, List.of());
  }

  @Test
  void aDeviceSendsForItselfOnly() {
    add(0, LAMP, "a");
    add(1, PUMP, "b");
    add(2, new Addressee(null, "sda1"), "c");
    add(3, Addressee.UNKNOWN, "d");

    Delivered delivered =
        new Deliver(intake, Clock.systemUTC()).deliver(Senders.of(Callers.device("lamp")), items);

    assertThat(delivered.refused())
        .containsExactly(new Refused(1, "b: names another device than the one that sends it"));
    assertThat(intake.points("lamp"))
        .extracting(Offered.Point::metric)
        .containsExactly("a", "c", "d");
  }

  @Test
  void whoIsNoDeviceNamesOne() {
    add(0, new Addressee(null, "hinted"), "a");
    add(1, Addressee.UNKNOWN, "b");
    add(2, new Addressee("bulk", null), "c");
    add(3, new Addressee("no/id", null), "d");

    Delivered delivered =
        new Deliver(intake, Clock.systemUTC()).deliver(Senders.of(Callers.operator()), items);

    assertThat(intake.points("hinted")).hasSize(1);
    assertThat(delivered.refused()).extracting(Refused::place).containsExactly(1, 2, 3);
    assertThat(delivered.reasons()).startsWith("b: does not name its device; c: names a device");
  }

  @Test
  void whatIsWrongInItselfIsToldAsSuch() {
    items.add(0, "line 1", Addressee.UNKNOWN, new Offered.Wrong("value", "must be finite"));

    assertThat(
            new Deliver(intake, Clock.systemUTC())
                .deliver(Senders.of(Callers.operator()), items)
                .refused())
        .containsExactly(new Refused(0, "line 1: value must be finite"));
    assertThat(intake.calls()).isEmpty();
  }

  @Test
  void countsPlacesAndShortensReasons() {
    List<Refused> refused =
        IntStream.range(0, 30).mapToObj(i -> new Refused(i / 2, "r" + i % 12)).toList();
    Delivered delivered = new Delivered(0, refused);

    assertThat(delivered.places()).isEqualTo(15);
    assertThat(delivered.reasons()).isEqualTo("r0; r1; r2; r3; r4; r5; r6; r7; r8; r9; and 2 more");
  }

  private void add(int place, Addressee addressee, String metric) {
    Offer offer = new Offer(metric, 1_000 + place, new Value.Whole(place), null, Map.of());
    items.add(place, metric, addressee, offer.judged());
  }
}
