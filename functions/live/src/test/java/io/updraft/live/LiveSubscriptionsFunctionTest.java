package io.updraft.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.http.Caller;
import io.updraft.http.CallerContext;
import io.updraft.http.Role;
import io.updraft.lambda.Environment;
import io.updraft.live.domain.InMemoryLive;
import io.updraft.live.domain.LiveToken;
import io.updraft.live.domain.RecordingSockets;
import io.updraft.live.domain.Samples;
import io.updraft.live.domain.Subscription;
import io.updraft.live.domain.SubscriptionId;
import io.updraft.live.subscribe.NewIds;
import io.updraft.live.subscribe.SubscribeOperations;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveSubscriptionsFunctionTest {
  private static final String ID = Samples.id(1).text();

  private final MutableClock clock = MutableClock.at(Samples.NOW);
  private final InMemoryLive live = new InMemoryLive();
  private final RecordingSockets sockets = new RecordingSockets();
  private final LiveSubscriptionsFunction function =
      new LiveSubscriptionsFunction(
          new SubscribeOperations(live, sockets, new Counted(), "wss://live.example/live", clock));

  private static final class Counted implements NewIds {
    private int last;

    @Override
    public SubscriptionId subscription(Instant now) {
      return Samples.id(++last);
    }

    @Override
    public String secret() {
      return Samples.SECRET;
    }
  }

  private static ApiCall post(String body) {
    return ApiCall.of("POST /api/v1/telemetry/subscribe").json(body).as("acme", "vera", "viewer");
  }

  private static ApiCall delete(String id) {
    return ApiCall.of("DELETE /api/v1/telemetry/subscribe/{subscription_id}")
        .path("subscription_id", id)
        .as("acme", "vera", "viewer");
  }

  @Test
  void isWiredFromTheEnvironmentOfTheTemplate() {
    Map<String, String> environment =
        Map.of(
            "AWS_REGION", "eu-central-1",
            "LIVE_TABLE", "live",
            "LIVE_URL", "wss://live.example/live",
            "LIVE_CONNECTIONS_URL", "https://live.example/live");

    ApiAnswer answer =
        Environment.supply(environment, () -> delete("x").on(new LiveSubscriptionsFunction()));

    assertThat(answer.text("code")).isEqualTo("NOT_FOUND");
  }

  @Test
  void answersWithWhatAClientNeedsAndFillsInWhatIsLeftOut() {
    ApiAnswer answer = post("{\"device_ids\":[\"d1\"]}").on(function);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"subscription_id":"sub_00000000000000000000000001",\
            "websocket_url":"wss://live.example/live","token":"%s",\
            "expires_at":"2026-01-31T08:16:00.123Z","device_ids":["d1"],"metric_names":[],\
            "tags":{},"points":true,"alerts":true,"max_frequency":1000}"""
                .formatted(Samples.token(1).reveal()));
    Subscription stored = live.find("acme", Samples.id(1)).orElseThrow();
    assertThat(stored.toString()).doesNotContain(Samples.SECRET);
    assertThat(stored.createdBy()).isEqualTo("vera");
  }

  @Test
  void keepsEverythingThatIsAskedFor() {
    ApiAnswer answer =
        post("""
                {"device_ids":["d2","d1","d1"],"metric_names":["temp.ä"],"tags":{"room":"7"},
                 "points":false,"alerts":true,"max_frequency":100}""")
            .on(function);

    assertThat(answer.body())
        .contains(
            """
            "device_ids":["d1","d2"],"metric_names":["temp.ä"],"tags":{"room":"7"},\
            "points":false,"alerts":true,"max_frequency":100""");
    Subscription stored = live.find("acme", Samples.id(1)).orElseThrow();
    assertThat(stored.filters().devices()).isEqualTo(Set.of("d1", "d2"));
    assertThat(stored.pace()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void tellsAllThatIsWrong() {
    assertThat(post("{}").on(function).wrongFields()).containsExactly("device_ids");
    assertThat(
            post("""
                    {"device_ids":["a b"],"metric_names":["a b"],"tags":{"x":1},"points":"yes",
                     "alerts":1,"max_frequency":99}""")
                .on(function)
                .wrongFields())
        .contains(
            "device_ids[0]", "metric_names[0]", "tags.x", "points", "alerts", "max_frequency");
    assertThat(
            post("{\"metric_names\":[\"t\"],\"points\":false,\"alerts\":false}")
                .on(function)
                .wrongFields())
        .containsExactly("points");
    assertThat(
            post("{\"metric_names\":[\"t\"],\"max_frequency\":10001}").on(function).wrongFields())
        .containsExactly("max_frequency");
    assertThat(live.subscriptions).isEmpty();
  }

  @Test
  void refusesOneMoreThanTheMost() {
    for (int i = 0; i < Subscription.MOST; i++) {
      assertThat(post("{\"device_ids\":[\"d1\"]}").on(function).status()).isEqualTo(201);
    }
    assertThat(post("{\"device_ids\":[\"d1\"]}").on(function).text("code")).isEqualTo("CONFLICT");
  }

  @Test
  void endsAsOftenAsAsked() {
    post("{\"device_ids\":[\"d1\"]}").on(function);
    Subscription waiting = live.find("acme", Samples.id(1)).orElseThrow();
    live.take(waiting, waiting.connected("c1", Samples.NOW));

    assertThat(delete(ID).on(function).status()).isEqualTo(204);
    assertThat(delete(ID).on(function).status()).isEqualTo(204);

    assertThat(sockets.closed).containsExactly("c1");
    assertThat(live.subscriptions).isEmpty();
  }

  /** Between the read and the end. */
  @Test
  void closesAConnectionThatIsMadeWhileItEnds() {
    InMemoryLive overtaken =
        new InMemoryLive() {
          @Override
          public void end(Subscription subscription) {
            if (subscription.state() instanceof Subscription.State.Waiting) {
              take(subscription, subscription.connected("c1", Samples.NOW));
            }
            super.end(subscription);
          }
        };
    overtaken.add(Samples.waiting(1));
    LiveSubscriptionsFunction busy =
        new LiveSubscriptionsFunction(
            new SubscribeOperations(overtaken, sockets, new Counted(), "wss://a/live", clock));

    assertThat(delete(ID).on(busy).status()).isEqualTo(204);

    assertThat(overtaken.subscriptions).isEmpty();
    assertThat(sockets.closed).containsExactly("c1");
  }

  @Test
  void hidesOtherOrganizations() {
    post("{\"device_ids\":[\"d1\"]}").on(function);

    assertThat(delete(ID).as("other", "eve", "admin").on(function).status()).isEqualTo(404);
    assertThat(delete("sub_1").on(function).status()).isEqualTo(404);
    assertThat(delete(Samples.id(9).text()).on(function).status()).isEqualTo(404);
    assertThat(live.subscriptions).hasSize(1);
  }

  @Test
  void rolesAreKept() {
    String body = "{\"device_ids\":[\"d1\"]}";

    assertThat(post(body).asDevice("acme", "d1").on(function).status()).isEqualTo(403);
    assertThat(delete(ID).asDevice("acme", "d1").on(function).status()).isEqualTo(403);
    assertThat(post(body).by(service("devices:read")).on(function).status()).isEqualTo(403);
    assertThat(post(body).by(service("telemetry:read")).on(function).status()).isEqualTo(201);
  }

  private static Map<String, Object> service(String scope) {
    return CallerContext.write(
        new Caller(
            "acme",
            "robot",
            Set.of(Role.SERVICE),
            null,
            Set.of(scope),
            Instant.parse("2100-01-01T00:00:00Z")));
  }

  @Test
  void theTokenIsTheOneThatIsStored() {
    ApiAnswer answer = post("{\"device_ids\":[\"d1\"]}").on(function);
    LiveToken token = LiveToken.parse(answer.text("token")).orElseThrow();

    assertThat(live.find("acme", token.subscription()).orElseThrow().state())
        .isEqualTo(new Subscription.State.Waiting(token.hash(), Samples.NOW.plusSeconds(60)));
  }
}
