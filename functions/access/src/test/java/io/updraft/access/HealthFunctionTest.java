package io.updraft.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.access.Invocation.Answer;
import io.updraft.access.Invocation.Request;
import io.updraft.access.domain.Dependency;
import io.updraft.http.Credentials;
import io.updraft.http.Role;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthFunctionTest {
  private final MutableClock clock = MutableClock.at("2026-11-24T08:00:00Z");
  private final AtomicInteger asked = new AtomicInteger();
  private final Request plain = Invocation.request("GET /health", "/health");
  private final Request detailed =
      Invocation.request("GET /api/v1/ota/health", "/api/v1/ota/health").query("detailed", "true");

  private Dependency dependency(String name, Runnable reach) {
    return new Dependency() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void reach() {
        asked.incrementAndGet();
        reach.run();
      }
    };
  }

  private HealthFunction function(Dependency... dependencies) {
    return new HealthFunction(List.of(dependencies), HealthFunctionTest::judge, clock);
  }

  /** The header is the name of a role, or else not valid. */
  private static Credentials judge(String header) {
    return Role.ofWireName(header)
        .<Credentials>map(role -> new Credentials.Valid(Invocation.caller(role)))
        .orElseGet(() -> new Credentials.Invalid("No."));
  }

  private Dependency good(String name) {
    return dependency(name, () -> {});
  }

  private Dependency broken(String name) {
    return dependency(
        name,
        () -> {
          throw new IllegalStateException("away");
        });
  }

  @Test
  void isHealthyWhenEverythingAnswers() {
    Answer answer = plain.to(function(good("dynamodb"), good("s3")));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asText()).isEqualTo("healthy");
    assertThat(answer.json().path("version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(answer.json().has("dependencies")).isFalse();
  }

  @Test
  void isDegradedWhenOneDoesNotAnswer() {
    Answer answer = plain.to(function(good("dynamodb"), broken("s3")));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asText()).isEqualTo("degraded");
  }

  @Test
  void dependencyThatHangsIsGivenUpWithinTwoSeconds() {
    CountDownLatch never = new CountDownLatch(1);
    Dependency hanging =
        dependency(
            "s3",
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Answer answer =
        detailed.header("authorization", "admin").to(function(hanging, good("dynamodb")));
    assertThat(answer.json().at("/dependencies/s3/status").asText()).isEqualTo("degraded");
    assertThat(answer.json().at("/dependencies/s3/latency_ms").asLong()).isBetween(2000L, 4000L);
    assertThat(answer.json().at("/dependencies/dynamodb/status").asText()).isEqualTo("healthy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "operator", "firmware_manager", "admin"})
  void usersSeeTheDetails(String role) {
    Answer answer = detailed.header("authorization", role).to(function(good("dynamodb")));
    assertThat(answer.json().at("/dependencies/dynamodb/latency_ms").isIntegralNumber()).isTrue();
  }

  @Test
  void othersDoNotSeeTheDetails() {
    HealthFunction function = function(good("dynamodb"));
    assertThat(detailed.to(function).status()).isEqualTo(401);
    assertThat(detailed.header("authorization", "x").to(function).status()).isEqualTo(401);
    assertThat(detailed.header("authorization", "device").to(function).status()).isEqualTo(403);
    assertThat(asked).hasValue(0);
  }

  @Test
  void whatWasFoundIsKeptForFiveSeconds() {
    HealthFunction function = function(good("dynamodb"));
    plain.to(function);
    clock.advance(Duration.ofMillis(4999));
    plain.to(function);
    assertThat(asked).hasValue(1);
    clock.advance(Duration.ofMillis(1));
    plain.to(function);
    assertThat(asked).hasValue(2);
  }
}
