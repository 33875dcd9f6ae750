package io.updraft.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Guarded;
import io.updraft.lambda.Environment;
import io.updraft.permissions.flow.Program;
import io.updraft.secrets.Secrets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeUsesTest {
  static final class Requiring {
    Requiring() {
      Environment settings = Environment.current();
      var _ = settings.text("TEXT");
      var _ = settings.uri("ADDRESS");
      var _ = settings.integer("NUMBER", 1, 10);
    }
  }

  @Test
  void settingsWithoutAnotherValueAreRequired() {
    Found found = Found.clearlyIn(Requiring.class);
    assertThat(found.settings())
        .containsExactly("ADDRESS required", "NUMBER required", "TEXT required");
    assertThat(found.uses()).isEmpty();
  }

  static final class DoingWithout {
    DoingWithout() {
      Environment settings = Environment.current();
      var _ = settings.text("TEXT", "otherwise");
      var _ = settings.find("FOUND");
      var _ = settings.findUri("ADDRESS");
      var _ = settings.integer("NUMBER", 5, 1, 10);
      var _ = settings.flag("FLAG", false);
      var _ = settings.seconds("TIME", Duration.ZERO, Duration.ZERO, Duration.ofDays(1));
    }
  }

  @Test
  void settingsWithAnotherValueAreOptional() {
    assertThat(Found.clearlyIn(DoingWithout.class).settings())
        .containsExactly(
            "ADDRESS optional",
            "FLAG optional",
            "FOUND optional",
            "NUMBER optional",
            "TEXT optional",
            "TIME optional");
  }

  static final class OfThePlatform {
    OfThePlatform() {
      var _ = Environment.current().text("AWS_REGION");
    }
  }

  @Test
  void whatLambdaSetsItselfIsNoSetting() {
    assertThat(Found.clearlyIn(OfThePlatform.class).settings()).isEmpty();
  }

  static final class NameByPart {
    NameByPart() {
      this(new StringBuilder("URL").reverse().toString());
    }

    private NameByPart(String what) {
      var _ = Environment.current().text("DEVICES_" + what);
    }
  }

  @Test
  void aSettingOfWhichOnlyTheBeginningIsKnownIsUnclear() {
    Found found = Found.in(NameByPart.class);
    assertThat(found.settings()).isEmpty();
    assertThat(found.unclear())
        .containsExactly(NameByPart.class.getName() + ".<init> reads a setting");
  }

  static final class WithSecret {
    WithSecret() {
      var _ = Secrets.find(Environment.current(), "TOKEN");
    }
  }

  /** On one machine it stands in the plain variable. */
  @Test
  void aSecretIsReadByItsNameOrGivenPlainly() {
    Found found = Found.clearlyIn(WithSecret.class);
    assertThat(found.settings()).containsExactly("TOKEN optional", "TOKEN_SECRET optional");
    assertThat(found.uses()).containsExactly("secretsmanager:GetSecretValue TOKEN_SECRET");
  }

  static final class WithSomeSecret {
    WithSomeSecret() {
      var _ = Secrets.find(Environment.current(), new StringBuilder("N").reverse().toString());
    }
  }

  @Test
  void aSecretWhoseNameCannotBeToldIsUnclear() {
    Found found = Found.in(WithSomeSecret.class);
    assertThat(found.uses()).isEmpty();
    assertThat(found.unclear())
        .containsExactly(WithSomeSecret.class.getName() + ".<init> reads a secret");
  }

  /** Of both, the code is the same and the name is another. */
  private static void write(String table) {
    var _ = Guarded.put(table, Map.of());
  }

  static final class OneHandler {
    OneHandler() {
      write(Environment.current().text("ONE"));
    }
  }

  static final class OtherHandler {
    OtherHandler() {
      write(Environment.current().text("OTHER"));
    }
  }

  @Test
  void handlersOfOneProgramDoNotMix() {
    Program program = new Program();
    assertThat(Found.in(OneHandler.class, program).uses()).containsExactly("dynamodb:PutItem ONE");
    Found other = Found.in(OtherHandler.class, program);
    assertThat(other.uses()).containsExactly("dynamodb:PutItem OTHER");
    assertThat(other.settings()).containsExactly("OTHER required");
    assertThat(Found.in(OneHandler.class, program).uses()).containsExactly("dynamodb:PutItem ONE");
  }
}
