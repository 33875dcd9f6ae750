package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real SWUpdate against the runtime: what a fleet that has it sees of Updraft. */
@Timeout(240)
class SwupdateTest {
  /** 2 MB take seven seconds. */
  private static final String[] SLOW = {"-n", "300k", "-w", "1"};

  private static final int LARGE = 2_000_000;

  /** More than the buffers of a connection hold, in eight seconds; and patience. */
  private static final String[] LONG = {"-n", "2M", "-w", "1", "-r", "60"};

  private static final int HUGE = 16_000_000;

  @TempDir static Path folder;

  private static RuntimeProcess runtime;
  private static SwupdateScene scene;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        SwupdateClient.isThere(),
        "NOT TESTED: swupdate and cpio are missing (apt-get install swupdate cpio)");
    runtime = RuntimeProcess.start(folder.resolve("data"), "--poll-interval", "1");
    scene = new SwupdateScene(folder, runtime);
  }

  @AfterAll
  static void stop() {
    if (runtime != null) {
      runtime.close();
    }
  }

  private static String firmware(String device, byte[] content, String checksum) throws Exception {
    Path image =
        SwupdateClient.image(
            Files.createDirectories(folder),
            "2.0." + content.length,
            scene.place(device),
            content,
            checksum);
    return scene.firmware("model-" + device, "2.0." + content.length, image);
  }

  private static SwupdateClient device(String id, String... options) throws Exception {
    return scene.device(id, "model-" + id, options);
  }

  @Test
  void updatesThroughACampaignAndTheOperatorSeesEachPhase() throws Exception {
    byte[] content = SwupdateScene.content(100_000);
    String firmware = firmware("good", content, "");
    try (SwupdateClient client = device("good")) {
      scene.campaign(firmware, List.of("good"));
      scene.update(
          "good",
          u ->
              u.path("install_progress").asDouble() > 0
                  || u.path("status").asText().equals("installing"));
      assertThat(Files.readAllBytes(awaited(scene.place("good"), content.length)))
          .isEqualTo(content);
      client.restartWith(runtime, "-c", "2");
      JsonNode update = scene.ended("good");
      assertThat(update.path("status").asText()).as(client.log()).isEqualTo("completed");
      assertThat(names(update.path("phases")))
          .contains("in_progress", "downloading", "installing", "completed");
      assertThat(update.path("messages").findValuesAsText("text")).contains("Update Installed.");
      assertThat(scene.get("devices/good/updates").path("successful_updates").asInt()).isEqualTo(1);
    }
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(e -> e.getKey()).toList();
  }

  private static Path awaited(Path file, long size) throws Exception {
    Eventually.read(
        java.time.Duration.ofSeconds(60),
        () -> Files.exists(file) && Files.size(file) == size,
        Boolean::booleanValue);
    return file;
  }

  @Test
  void twoDevicesAreUpdatedAtOnce() throws Exception {
    byte[] content = SwupdateScene.content(120_000);
    Path image = SwupdateClient.image(folder, "3.0.0", scene.place("twin"), content, "");
    String firmware = scene.firmware("model-twin", "3.0.0", image);
    try (SwupdateClient one = scene.device("twin-1", "model-twin");
        SwupdateClient other = scene.device("twin-2", "model-twin")) {
      scene.campaign(firmware, List.of("twin-1", "twin-2"));
      scene.updateThatWas("twin-1", "installing");
      scene.updateThatWas("twin-2", "installing");
      awaited(scene.place("twin"), content.length);
      one.restartWith(runtime, "-c", "2");
      other.restartWith(runtime, "-c", "2");
      assertThat(scene.ended("twin-1").path("status").asText()).isEqualTo("completed");
      assertThat(scene.ended("twin-2").path("status").asText()).isEqualTo("completed");
    }
  }

  @Test
  void installationThatFailsIsToldWithItsReason() throws Exception {
    String firmware = firmware("failing", SwupdateScene.content(90_000), "0".repeat(64));
    try (SwupdateClient client = device("failing")) {
      scene.campaign(firmware, List.of("failing"));
      JsonNode update = scene.ended("failing");
      assertThat(update.path("status").asText()).as(client.log()).isEqualTo("failed");
      assertThat(update.path("error_message").asText()).isNotBlank();
      assertThat(scene.place("failing")).doesNotExist();
    }
  }

  /** The bytes in the store are changed behind Updraft's back. */
  @Test
  void bytesThatAreNotThoseOfTheFirmwareAreNotInstalled() throws Exception {
    String firmware = firmware("forged", SwupdateScene.content(80_000), "");
    forge("app-2.0.80000.swu");
    try (SwupdateClient client = device("forged")) {
      scene.campaign(firmware, List.of("forged"));
      JsonNode update = scene.ended("forged");
      assertThat(update.path("status").asText()).as(client.log()).isEqualTo("failed");
    }
  }

  private static void forge(String name) throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      Path stored = files.filter(f -> f.endsWith(name)).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(stored);
      bytes[bytes.length / 2] ^= 1;
      Files.write(stored, bytes);
    }
  }

  @Test
  void cancelledWhileDownloadingIsGivenUp() throws Exception {
    String firmware = firmware("stopped", SwupdateScene.content(LARGE), "");
    try (SwupdateClient client = device("stopped", SLOW)) {
      scene.campaign(firmware, List.of("stopped"));
      JsonNode begun = scene.updateThatWas("stopped", "downloading");
      scene.cancel(begun.path("update_id").asText());
      JsonNode update = scene.ended("stopped");
      assertThat(update.path("status").asText()).as(client.log()).isEqualTo("cancelled");
      assertThat(scene.place("stopped")).doesNotExist();
    }
  }

  /** The connection breaks with the server, and the download goes on where it was. */
  @Test
  void serverThatDiesDuringADownloadIsFoundAgain() throws Exception {
    byte[] content = SwupdateScene.content(HUGE);
    String firmware = firmware("resumed", content, "");
    try (SwupdateClient client = device("resumed", LONG)) {
      scene.campaign(firmware, List.of("resumed"));
      scene.updateThatWas("resumed", "downloading");
      runtime.kill();
      runtime.startAgain();
      awaited(scene.place("resumed"), content.length);
      assertThat(scene.place("resumed")).hasBinaryContent(content);
      assertThat(client.log()).contains("Channel awakened from sleep");
      scene.updateThatWas("resumed", "installing");
      client.restartWith(runtime, "-c", "2");
      assertThat(scene.ended("resumed").path("status").asText())
          .as(client.log())
          .isEqualTo("completed");
    }
  }
}
