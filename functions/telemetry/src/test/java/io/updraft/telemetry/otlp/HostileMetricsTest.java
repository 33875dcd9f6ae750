package io.updraft.telemetry.otlp;

import static io.updraft.telemetry.otlp.Exchange.PROTOBUF;
import static io.updraft.telemetry.otlp.Exchange.attribute;
import static io.updraft.telemetry.otlp.Exchange.message;
import static io.updraft.telemetry.otlp.Exchange.metric;
import static io.updraft.telemetry.otlp.Exchange.point;
import static io.updraft.telemetry.otlp.Exchange.post;
import static io.updraft.telemetry.otlp.Exchange.protobuf;
import static io.updraft.telemetry.otlp.Exchange.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.updraft.http.HttpResponse;
import io.updraft.telemetry.delivery.InOwnForm;
import io.updraft.telemetry.delivery.RecordingIntake;
import io.updraft.telemetry.published.Value;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What no SDK sends. */
class HostileMetricsTest {
  private final RecordingIntake intake = new RecordingIntake();

  @Test
  void refusesWhatCannotBeDecoded() throws IOException {
    byte[] whole = request(metric("a", point(5).setAsInt(1))).toByteArray();

    HttpResponse cut = post(intake, PROTOBUF, Arrays.copyOf(whole, whole.length - 1));

    assertThat(cut.status()).isEqualTo(400);
    assertThat(cut.headers()).containsEntry("content-type", PROTOBUF);
    assertThat(message(cut)).contains("no ExportMetricsServiceRequest");
    assertThat(intake.calls()).isEmpty();
  }

  @Test
  void nothingThatIsSentIsADefect() {
    byte[] whole =
        request(metric("a", point(5).setAsInt(1).addAttributes(attribute("k", "v")))).toByteArray();
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = whole.clone();
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertThat(post(intake, PROTOBUF, damaged).status()).isIn(200, 400);
    }
  }

  @Test
  void refusesNestingWithoutEnd() {
    AnyValue nested = AnyValue.newBuilder().setStringValue("x").build();
    for (int i = 0; i < 150; i++) {
      nested =
          AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(nested)).build();
    }
    KeyValue attribute = KeyValue.newBuilder().setKey("k").setValue(nested).build();

    assertThat(
            protobuf(intake, request(metric("a", point(5).setAsInt(1).addAttributes(attribute))))
                .status())
        .isEqualTo(400);
  }

  @Test
  void refusesGroupsWithoutEnd() {
    byte[] groups = new byte[InOwnForm.MOST_BYTES];
    Arrays.fill(groups, (byte) 0x0b);

    assertThat(post(intake, PROTOBUF, groups).status()).isEqualTo(400);
  }

  @Test
  void millionsOfEmptyMessagesAreHarmless() {
    byte[] resources = new byte[InOwnForm.MOST_BYTES];
    for (int i = 0; i < resources.length; i += 2) {
      resources[i] = 0x0a;
    }

    assertThat(post(intake, PROTOBUF, resources).status()).isEqualTo(200);
  }

  @Test
  void refusesAttributesWithoutEnd() throws IOException {
    KeyValue attribute = attribute("", "x");
    NumberDataPoint.Builder crowded = point(5).setAsInt(1);
    for (int i = 0; i < 200_000; i++) {
      crowded.addAttributes(attribute.toBuilder().setKey("k" + i));
    }

    HttpResponse response =
        protobuf(intake, request(metric("a", crowded), metric("b", point(5).setAsInt(2))));

    assertThat(
            ExportMetricsServiceResponse.parseFrom(response.body())
                .getPartialSuccess()
                .getErrorMessage())
        .isEqualTo("a: tags must have at most 20 entries, not 200000");
    assertThat(intake.value("lamp", "b")).isEqualTo(new Value.Whole(2));
  }

  @Test
  void refusesMoreThanItCanHold() throws IOException {
    assertThat(post(intake, PROTOBUF, new byte[InOwnForm.MOST_BYTES + 1]).status()).isEqualTo(413);

    Gauge.Builder many = Gauge.newBuilder();
    for (int i = 0; i <= 50_000; i++) {
      many.addDataPoints(point(5).setAsInt(i));
    }
    HttpResponse response =
        protobuf(intake, request(Metric.newBuilder().setName("a").setGauge(many)));
    assertThat(response.status()).isEqualTo(413);
    assertThat(message(response)).isEqualTo("Send at most 50,000 data points at once.");
  }
}
