package io.updraft.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SimulateTest {
  @TempDir private Path data;
  private FakeServer server;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private record Run(int status, String output) {}

  private Run simulate(String... options) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of("--url", server.url().toString()));
    all.addAll(List.of("--data", data.toString(), "--poll-interval", "0.05"));
    all.addAll(List.of("--admin-key", FakeServer.ADMIN_KEY));
    all.addAll(Arrays.asList(options));
    PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
    int status = Simulate.commandLine(out).execute(all.toArray(String[]::new));
    return new Run(status, output.toString(StandardCharsets.UTF_8));
  }

  @Test
  void bringsFirmwareToEveryDevice() {
    Run run = simulate("--devices", "30", "--firmware", "100KiB");

    assertThat(run.output()).contains("30 completed", "added up at each", "as expected");
    assertThat(run.status()).isZero();
    assertThat(server.campaign.count("completed")).isEqualTo(30);
  }

  @Test
  void reportsEachPhaseInOrder() {
    simulate("--devices", "1", "--firmware", "100KiB");

    String reports = String.join("\n", server.campaign.reportsOf("dev-1"));
    assertThat(reports)
        .containsSubsequence(
            "in_progress",
            "downloading",
            "\"download_progress\":25.0",
            "\"download_progress\":100.0",
            "verifying",
            "installing",
            "\"install_progress\":50",
            "\"install_progress\":100",
            "rebooting",
            "completed");
    assertThat(reports).contains("\"checksum_verified\":true", "\"firmware_version\"");
  }

  @Test
  void failsWithExactlyTheShareThatWasAskedFor() {
    Run run = simulate("--devices", "25", "--fail", "0.08", "--firmware", "1KiB");

    assertThat(run.output()).contains("23 completed, 2 failed");
    assertThat(run.status()).isZero();
    assertThat(server.campaign.count("failed")).isEqualTo(2);
  }

  @Test
  void resumesDownloadsThatBreak() {
    server.brokenRanges.set(3);

    Run run = simulate("--devices", "10", "--break", "0.5", "--firmware", "256KiB");

    assertThat(run.status()).isZero();
    assertThat(run.output()).contains("8 resumed", 10 * (256 << 10) + " bytes");
  }

  @Test
  void sendsReportsAgainWhoseAnswersWereLost() {
    server.lostAnswers.set(20);
    server.unavailable.set(20);

    Run run = simulate("--devices", "10", "--firmware", "1KiB");

    assertThat(run.output()).contains("20 unavailable", "10 completed");
    assertThat(run.status()).isZero();
  }

  @Test
  void outlastsServerThatIsAway() throws Exception {
    CompletableFuture<Run> run =
        CompletableFuture.supplyAsync(
            () -> simulate("--devices", "20", "--firmware", "64KiB", "--install-time", "0.5"));
    await(() -> server.campaign.count("installing") > 0);
    server.beAwayFor(10);

    assertThat(run.get().output()).contains("20 completed", "as expected");
    assertThat(run.get().output()).doesNotContain("errors     0 unreachable");
  }

  @Test
  void obeysCancellation() {
    server.campaign.cancel();

    Run run = simulate("--devices", "5", "--firmware", "1KiB");

    assertThat(run.output()).contains("5 cancelled");
    assertThat(server.campaign.count("cancelled")).isEqualTo(5);
  }

  @Test
  void waitsForTheSwitchWhereTheCampaignHoldsIt() {
    server.campaign.holdSwitch();

    Run run = simulate("--devices", "8", "--strategy", "blue_green", "--firmware", "1KiB");

    assertThat(run.output()).contains("8 completed", "as expected");
    assertThat(server.campaign.plan().path("deployment_strategy").asText()).isEqualTo("blue_green");
    assertThat(server.campaign.reportsOf("dev-1"))
        .as("it goes on where it was")
        .filteredOn(report -> report.contains("verifying"))
        .hasSize(1);
  }

  @Test
  void plansTheCampaignAsItIsTold() {
    Run run = simulate("--devices", "2", "--firmware", "1KiB", "--plan", "{\"batch_size\": 7}");

    assertThat(run.status()).isZero();
    assertThat(server.campaign.plan().path("batch_size").asInt()).isEqualTo(7);
    assertThat(simulate("--firmware", "1KiB", "--plan", "[]").output())
        .contains("--plan must be a JSON object");
  }

  @Test
  void noticesAnEndThatWasNotExpected() {
    Run run = simulate("--devices", "2", "--firmware", "1KiB", "--expect", "rolled_back");

    assertThat(run.output()).contains("the campaign is completed, not rolled_back");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void refusesWhatDoesNotMatchItsChecksum() {
    server.campaign.stored(new byte[1000]);
    server.campaign.announceWrongChecksum();

    Run run = simulate("--devices", "2", "--campaign", "fw");

    assertThat(server.campaign.reportsOf("dev-1").getLast())
        .contains("\"checksum_verified\":false", "failed");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).contains("dev-1 failed", "NOT as expected");
  }

  @Test
  void noticesCountersThatDoNotAddUp() {
    server.campaign.miscount();

    Run run = simulate("--devices", "2", "--firmware", "1KiB");

    assertThat(run.output()).contains("did NOT add up", "the campaign's are 3");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void usesTheKeysOfAnEarlierRun() throws IOException {
    simulate("--devices", "5", "--firmware", "1KiB");
    simulate("--devices", "5", "--firmware", "2KiB");

    assertThat(server.campaign.keysMade()).isEqualTo(5);
    assertThat(Files.getPosixFilePermissions(data.resolve("fleet-keys"))).hasSize(2);
  }

  @Test
  void keepsTheVersionThatAnUpdateBrought() {
    simulate("--devices", "1", "--firmware", "1KiB");
    String updated = server.campaign.device("dev-1").path("firmware_version").asText();
    simulate("--devices", "1", "--for", "0.5");

    assertThat(updated).startsWith("1.").isNotEqualTo("1.0.0");
    assertThat(server.campaign.device("dev-1").path("firmware_version").asText())
        .isEqualTo(updated);
  }

  @Test
  void asksForAnotherKeyWhereOneIsRefused() {
    simulate("--devices", "3", "--firmware", "1KiB");
    server.campaign.revokeAllKeys();

    Run run = simulate("--devices", "3", "--firmware", "1KiB");

    assertThat(run.status()).isZero();
    assertThat(server.campaign.keysMade()).isEqualTo(6);
  }

  @Test
  void endsWhenTheTimeIsUp() {
    Run run = simulate("--devices", "3", "--for", "0.5");

    assertThat(run.output()).contains("time is up", "3 idle", "as expected");
    assertThat(run.status()).isZero();
  }

  @Test
  void failsWhereNothingWasDoneInTime() {
    Run run = simulate("--devices", "3", "--for", "0.5", "--until-done");

    assertThat(run.output()).contains("the time was up");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void refusesOptionsOutOfTheirLimits() {
    assertThat(simulate("--fail", "1.5").status()).isEqualTo(2);
    assertThat(simulate("--firmware", "none").status()).isEqualTo(2);
    assertThat(simulate("--devices", "0").output()).contains("--devices must be at least 1");
  }

  @Test
  void saysWhatKeepsEveryDeviceFromJoining() {
    Run run = simulate("--devices", "12", "--for", "0.5", "--admin-key", "upk_wrong");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).contains("12 broken", "can't register dev-1: 403", "and 2 more");
  }

  @Test
  void endsAtOnceWithoutToken() {
    Run run = simulate("--devices", "12", "--admin-key", "", "--token-command", "/bin/false");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).contains("no token: /bin/false has failed");
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
