package io.updraft.outbox.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.updraft.outbox.Samples;
import io.updraft.outbox.domain.OutboxEvent;
import io.updraft.outbox.domain.Published;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishReportTest {
  private final PublishReport report = new PublishReport(Clock.systemUTC());

  private JsonNode line(Published published, String... events) throws Exception {
    List<OutboxEvent> offered =
        List.of(events).stream().map(json -> new OutboxEvent("acme#cmp_1", "1", json)).toList();
    return new JsonMapper().readTree(report.line(published, offered));
  }

  @Test
  void countsCampaignsThatFailed() throws Exception {
    String failed = "{\"id\":\"1\",\"type\":\"campaign.failed\"}";
    String other =
        "{\"type\":\"campaign.completed\",\"name\":\"\\\"type\\\":\\\"campaign.failed\\\"\"}";

    JsonNode line = line(new Published(3, 0, null, null), failed, other, failed);

    assertThat(line.path("campaigns_failed").asInt()).isEqualTo(2);
  }

  @Test
  void countsABatchThatComesAgainOnlyAtItsEnd() throws Exception {
    Published stopped = new Published(1, 0, null, new Published.Stopped(1, "away"));

    assertThat(line(stopped, "{\"type\":\"campaign.failed\"}").has("campaigns_failed")).isFalse();
  }

  @Test
  void eventsAreWrittenAsItReadsThem() {
    assertThat(Samples.event("upd_1", 1).json()).contains("\"type\":\"update.started\"");
  }
}
