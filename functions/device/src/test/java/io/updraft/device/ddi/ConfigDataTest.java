package io.updraft.device.ddi;

import static io.updraft.device.ddi.DdiRig.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client tells about its device. */
@ExtendWith(DynamoDbServer.class)
class ConfigDataTest {
  private final DdiRig rig;

  ConfigDataTest(TestDatabase database) {
    this.rig = new DdiRig(database);
  }

  @BeforeEach
  void reset() {
    rig.reset();
  }

  @Test
  void descriptionBecomesTheDevices() {
    rig.poll();
    ApiAnswer answer =
        rig.on(
            rig.call("PUT", "/configData")
                .json(
                    Map.of(
                        "id", "",
                        "time", "20260131T080000",
                        "data",
                            Map.of(
                                "model", "gw-1",
                                "hardware_version", "1.2.0",
                                "firmware_version", "01.0.0",
                                "cell", "7"))));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    var device = rig.stores.stores().devices().find("acme", DEVICE).orElseThrow();
    assertThat(device.model()).isEqualTo("gw-1");
    assertThat(String.valueOf(device.hardwareVersion())).isEqualTo("1.2.0");
    assertThat(String.valueOf(device.firmwareVersion())).isEqualTo("1.0.0");
    assertThat(device.attributes()).containsEntry("cell", "7");
    assertThat(rig.link("configData")).isEmpty();
  }

  @Test
  void modesOfADescription() {
    rig.poll();
    rig.on(rig.call("PUT", "/configData").json(Map.of("data", Map.of("a", "1", "b", "2"))));
    config("merge", Map.of("c", "3"));
    assertThat(attributes()).isEqualTo(Map.of("a", "1", "b", "2", "c", "3"));
    config("remove", Map.of("a", ""));
    assertThat(attributes()).isEqualTo(Map.of("b", "2", "c", "3"));
    config("replace", Map.of("d", "4"));
    assertThat(attributes()).isEqualTo(Map.of("d", "4"));
    assertThat(rig.link("configData")).isEmpty();
    assertThat(config("forget", Map.of("d", "4")).status()).isEqualTo(400);
    assertThat(config("replace", Map.of()).status()).isEqualTo(400);
    assertThat(attributes()).isEqualTo(Map.of("d", "4"));
  }

  @Test
  void clearedAttributesAreAskedForAgain() {
    rig.poll();
    config("merge", Map.of("cell", "7"));
    config("remove", Map.of("cell", ""));
    assertThat(attributes()).isEmpty();
    assertThat(rig.link("configData")).isNotEmpty();
  }

  @Test
  void whatDoesNotFitIsLeftOutAndTheDeviceGoesOn() {
    rig.poll();
    Map<String, String> much = new TreeMap<>();
    for (int i = 0; i < 100; i++) {
      much.put("name-%03d".formatted(i), "x".repeat(128));
    }
    assertThat(config("merge", much).status()).isEqualTo(200);
    assertThat(attributes()).hasSizeBetween(10, 50);
    assertThat(rig.link("configData")).isEmpty();
    much.put("one-more", "x");
    assertThat(config("merge", much).status()).isEqualTo(400);
  }

  private ApiAnswer config(String mode, Map<String, String> data) {
    return rig.on(rig.call("PUT", "/configData").json(Map.of("mode", mode, "data", data)));
  }

  private Map<String, String> attributes() {
    return rig.stores.stores().devices().find("acme", DEVICE).orElseThrow().attributes();
  }
}
