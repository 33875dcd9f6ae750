package io.updraft.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.servers.ProjectFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures of the guide are those of {@code scripts/cost}, and its sums are right. */
class OperationsGuideTest {
  private static final int REFUSED = 2;

  private record Printed(int status, String text) {
    /** The two values of a name, for the smaller and the larger fleet. */
    List<String> values(String name) {
      String[] row =
          text.lines()
              .filter(line -> line.startsWith("| `" + name + "` |"))
              .findFirst()
              .orElseThrow()
              .split(" \\| ", -1);
      return List.of(row[1], row[2]);
    }
  }

  private static Printed cost(String... assumptions) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProjectFiles.root().resolve("scripts/cost").toString());
    command.addAll(List.of(assumptions));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Printed(process.waitFor(), text);
  }

  @Test
  void theGuideShowsWhatTheScriptPrints() throws IOException, InterruptedException {
    String guide = Files.readString(ProjectFiles.root().resolve("docs/operations.md"));

    assertThat(guide).contains(cost().text().strip());
  }

  /** Reckoned by hand. */
  @Test
  void sumsAreRight() throws IOException, InterruptedException {
    Printed printed = cost();

    assertThat(printed.values("polls")).containsExactly("86,400,000", "8,640,000,000");
    assertThat(printed.values("api")).as("300 + 218.48 x 0.9").startsWith("497");
    assertThat(printed.values("network")).containsExactly("43", "43");
    assertThat(printed.values("downloads")).as("10,000 x 0.05 x 0.09").startsWith("45");
  }

  @Test
  void anAssumptionChangesWhatFollowsFromIt() throws IOException, InterruptedException {
    assertThat(cost("poll_every=600").values("polls"))
        .containsExactly("43,200,000", "4,320,000,000");
    assertThat(cost("devices=1").values("devices")).containsExactly("1", "1");
  }

  @Test
  void refusesWhatIsNoAssumption() throws IOException, InterruptedException {
    assertThat(cost("polls=1").status()).isEqualTo(REFUSED);
    assertThat(cost("poll_every=soon").status()).isEqualTo(REFUSED);
  }
}
