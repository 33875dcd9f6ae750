package io.updraft.live.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.updraft.live.domain.InMemoryLive;
import io.updraft.live.domain.LiveToken;
import io.updraft.live.domain.Samples;
import io.updraft.live.domain.Subscription;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** With events as API Gateway has given them, but for ids and addresses. */
class ConnectionHandlerTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static final String CONNECT =
      """
      {"headers":{"Host":"abc123.execute-api.eu-central-1.amazonaws.com",
        "Sec-WebSocket-Extensions":"permessage-deflate; client_max_window_bits",
        "Sec-WebSocket-Key":"dGhlIHNhbXBsZSBub25jZQ==","Sec-WebSocket-Version":"13",
        "X-Forwarded-For":"192.0.2.1","X-Forwarded-Port":"443","X-Forwarded-Proto":"https"},
       "multiValueHeaders":{"Host":["abc123.execute-api.eu-central-1.amazonaws.com"]},
       "queryStringParameters":{"token":"%s"},"multiValueQueryStringParameters":{"token":["%s"]},
       "requestContext":{"routeKey":"$connect","eventType":"CONNECT",
        "extendedRequestId":"CxYz=","requestTime":"31/Jan/2026:08:15:00 +0000",
        "messageDirection":"IN","stage":"live","connectedAt":1769847300123,
        "requestTimeEpoch":1769847300124,"identity":{"sourceIp":"192.0.2.1"},
        "requestId":"CxYz=","domainName":"abc123.execute-api.eu-central-1.amazonaws.com",
        "connectionId":"%s","apiId":"abc123"},
       "isBase64Encoded":false}""";

  private static final String DISCONNECT =
      """
      {"headers":{"Host":"abc123.execute-api.eu-central-1.amazonaws.com","x-api-key":"",
        "x-restapi":""},
       "requestContext":{"routeKey":"$disconnect","disconnectStatusCode":1001,
        "eventType":"DISCONNECT","extendedRequestId":"CxYz=",
        "requestTime":"31/Jan/2026:08:16:00 +0000","messageDirection":"IN",
        "disconnectReason":"Going away","stage":"live","connectedAt":1769847300123,
        "requestTimeEpoch":1769847360124,"identity":{"sourceIp":"192.0.2.1"},
        "requestId":"CxYz=","domainName":"abc123.execute-api.eu-central-1.amazonaws.com",
        "connectionId":"%s","apiId":"abc123"},
       "isBase64Encoded":false}""";

  private static final String MESSAGE =
      """
      {"requestContext":{"routeKey":"$default","messageId":"CxYzcd=","eventType":"MESSAGE",
        "messageDirection":"IN","stage":"live","connectionId":"c1","apiId":"abc123"},
       "body":"hello","isBase64Encoded":false}""";

  private final MutableClock clock = MutableClock.at(Samples.NOW);
  private final InMemoryLive live = new InMemoryLive();
  private final ConnectionHandler handler = new ConnectionHandler(live, live, clock);

  private int status(String event) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(UTF_8)), answer, new TestContext());
      return JSON.readTree(answer.toByteArray()).required("statusCode").asInt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int connect(LiveToken token, String connectionId) {
    return status(CONNECT.formatted(token.reveal(), token.reveal(), connectionId));
  }

  @Test
  void takesATokenOnce() {
    live.add(Samples.waiting(1));

    assertThat(connect(Samples.token(1), "c1=")).isEqualTo(200);
    assertThat(connect(Samples.token(1), "c2=")).isEqualTo(401);

    assertThat(live.subscriptionOf("c1=")).isPresent();
    assertThat(live.subscriptionOf("c2=")).isEmpty();
  }

  @Test
  void refusesWhatIsNoTokenOfASubscription() {
    live.add(Samples.waiting(1));
    LiveToken guessed = new LiveToken("acme", Samples.id(1), "1".repeat(64));
    LiveToken ofAnother = new LiveToken("other", Samples.id(1), Samples.SECRET);

    assertThat(connect(guessed, "c1")).isEqualTo(401);
    assertThat(connect(ofAnother, "c1")).isEqualTo(401);
    assertThat(connect(Samples.token(2), "c1")).isEqualTo(401);
    assertThat(status(CONNECT.formatted("", "", "c1"))).isEqualTo(401);
    assertThat(status(CONNECT.replace("\"queryStringParameters\":{\"token\":\"%s\"},", "")))
        .isEqualTo(401);
    assertThat(connect(Samples.token(1), "c1")).isEqualTo(200);
  }

  @Test
  void refusesATokenThatIsTooOld() {
    live.add(Samples.waiting(1));
    clock.advance(Duration.ofSeconds(60));

    assertThat(connect(Samples.token(1), "c1")).isEqualTo(401);
  }

  @Test
  void aConnectionEndsWithTheCredentialsBehindIt() {
    Subscription waiting = Samples.waiting(1);
    Subscription brief =
        new Subscription(
            waiting.id(),
            "acme",
            "vera",
            waiting.filters(),
            waiting.pace(),
            Samples.NOW,
            Samples.NOW.plusSeconds(30),
            waiting.state());
    live.add(brief);
    assertThat(connect(Samples.token(1), "c1")).isEqualTo(200);
    assertThat(live.subscriptionOf("c1").orElseThrow().state().until())
        .isEqualTo(Samples.NOW.plusSeconds(30));

    live.add(Samples.waiting(2));
    assertThat(connect(Samples.token(2), "c2")).isEqualTo(200);
    assertThat(live.subscriptionOf("c2").orElseThrow().state().until())
        .isEqualTo(Samples.NOW.plus(Duration.ofHours(2)));
  }

  @Test
  void endsTheSubscriptionOfAConnectionThatHasEnded() {
    live.add(Samples.waiting(1));
    connect(Samples.token(1), "c1");

    assertThat(status(DISCONNECT.formatted("c1"))).isEqualTo(200);
    assertThat(status(DISCONNECT.formatted("c1"))).isEqualTo(200);
    assertThat(status(DISCONNECT.formatted("unknown"))).isEqualTo(200);

    assertThat(live.ended).containsExactly(Samples.id(1));
  }

  @Test
  void passesOverWhatAClientSends() {
    assertThat(status(MESSAGE)).isEqualTo(200);
  }
}
