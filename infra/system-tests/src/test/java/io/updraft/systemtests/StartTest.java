package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Call;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many start one campaign at the same moment. */
@Timeout(300)
class StartTest {
  private static final int STARTS = 20;
  private static final int DEVICES = 3;

  @TempDir Path folder;

  @Test
  void oneOfTwentySimultaneousStartsTakesEffectAndAllAreAnsweredAlike() throws Exception {
    try (RuntimeProcess runtime = RuntimeProcess.start(folder.resolve("data of the test"))) {
      Operator operator = Operator.of(runtime);
      register(operator);
      String firmware = operator.firmware(SimulatedFleet.MODEL, "2.0.0", 1_000);
      WatchedCampaign campaign = WatchedCampaign.create(operator, firmware, 10);

      for (Reply reply : startManyTimesAtOnce(campaign, runtime)) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.text("status")).isEqualTo("in_progress");
      }
      assertThat(timesStarted(operator, campaign)).isEqualTo(1);
      campaign.readUntil(figures -> figures.total() == DEVICES);
      ExpectedEvents.of(operator, List.of()).assertPublished(runtime);
    }
  }

  private static List<Reply> startManyTimesAtOnce(WatchedCampaign campaign, RuntimeProcess runtime)
      throws Exception {
    Client client = Client.of(runtime);
    Bearer operator = Tokens.of(runtime).user("operator");
    CyclicBarrier together = new CyclicBarrier(STARTS);
    List<Future<Reply>> starts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(STARTS)) {
      for (int i = 0; i < STARTS; i++) {
        starts.add(
            threads.submit(
                () -> {
                  var _ = together.await();
                  String path = "/api/v1/ota/" + campaign.path() + "/start";
                  return client.post(path, operator, Map.of());
                }));
      }
    }
    return starts.stream().map(Future::resultNow).toList();
  }

  private static long timesStarted(Operator operator, WatchedCampaign campaign)
      throws InterruptedException {
    List<JsonNode> timeline = operator.all(campaign.path() + "/timeline", "timeline");
    return timeline.stream().filter(e -> e.path("what").asText().equals("started")).count();
  }

  private static void register(Operator operator) throws InterruptedException {
    for (int i = 1; i <= DEVICES; i++) {
      Map<String, Object> device =
          Map.of(
              "model",
              SimulatedFleet.MODEL,
              "hardware_version",
              "1.0.0",
              "firmware_version",
              "1.0.0",
              "groups",
              List.of(SimulatedFleet.GROUP));
      var _ =
          operator
              .api()
              .send(Call.put("/api/v1/devices/dev-" + i, device), operator.admin())
              .require("register");
    }
  }
}
