package io.updraft.outbox.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FollowOptionsTest {
  private static FollowOptions parse(String line) {
    return FollowOptions.parse(List.of(line.split(" ")));
  }

  @Test
  void showsNewEventsOfAllSubjectsWithoutEnd() {
    FollowOptions options = parse("--nats nats://here");
    assertThat(options.url()).isEqualTo("nats://here");
    assertThat(options.fromBeginning()).isFalse();
    assertThat(options.count()).isEqualTo(Integer.MAX_VALUE);
    assertThat(options.subject().matches("any.thing")).isTrue();
  }

  @Test
  void takesEveryOption() {
    FollowOptions options = parse("--nats nats://here --subject a.> --all --count 3");
    assertThat(options.fromBeginning()).isTrue();
    assertThat(options.count()).isEqualTo(3);
    assertThat(options.subject().matches("b.c")).isFalse();
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> parse("--all")).hasMessage("--nats is missing");
    assertThatThrownBy(() -> parse("--nats")).hasMessage("--nats needs a value");
    assertThatThrownBy(() -> parse("--wrong")).hasMessage("unknown option --wrong");
    assertThatThrownBy(() -> parse("--nats nats://here --count 0"))
        .hasMessage("--count must be a number above 0, but is 0");
  }
}
