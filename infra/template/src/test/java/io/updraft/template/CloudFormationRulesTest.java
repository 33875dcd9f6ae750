package io.updraft.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CloudFormation's rules for templates and resources, asked without an account. */
class CloudFormationRulesTest {
  /** They take these for passwords; they are the names of secrets, which anybody may see. */
  private static final String NAMES_OF_SECRETS = "WARN W2509 \\w+Secret: .*";

  @TempDir Path folder;

  @Test
  void sayNothingAgainstTheTemplate() throws Exception {
    assertThat(against(Path.of("../..", Template.FILE_NAME)))
        .isNotEmpty()
        .allMatch(line -> line.matches(NAMES_OF_SECRETS));
  }

  @Test
  void findWhatIsWrong() throws Exception {
    Path broken = Files.createFile(folder.resolve("template.yaml"));
    Files.writeString(
        broken,
        """
        AWSTemplateFormatVersion: "2010-09-09"
        Resources:
          Queue:
            Type: AWS::SQS::Queue
            Properties: {VisibilityTimeout: soon, KmsKey: !Ref Missing}
        """);

    assertThat(against(broken)).anyMatch(line -> line.matches("(ERROR|FATAL) .*Queue.*"));
  }

  private static List<String> against(Path template) throws IOException, InterruptedException {
    Process rules =
        new ProcessBuilder("node", "validate.mjs", template.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(rules.getInputStream().readAllBytes(), UTF_8);
    assertThat(rules.waitFor()).as(said).isZero();
    return said.lines().toList();
  }
}
