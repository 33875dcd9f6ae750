package io.updraft.campaign.rsql;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.published.DeviceFacts;
import io.updraft.firmware.published.Version;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryReaderTest {
  private static final DeviceFacts DEVICE =
      new DeviceFacts(
          "hall-7",
          "pump",
          Version.of("1.2.0"),
          Version.of("2.0.0-rc.1"),
          "olga",
          List.of("north", "night shift"),
          "active",
          Map.of("region", "eu", "floor.level", "2"),
          List.of());

  private static final DeviceFacts SILENT =
      new DeviceFacts("d", null, null, null, null, List.of(), "active", Map.of(), List.of());

  private static String complaint(String text) {
    return switch (QueryReader.read(text)) {
      case QueryReading.Wrong(String complaint) -> complaint;
      case QueryReading.Understood understood -> "understood: " + understood;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model==pump",
        "device_id==hall-*",
        "device_id==*7",
        "owner!=bert",
        "owner=in=(bert,olga)",
        "owner=out=(bert,carl)",
        "group==north",
        "group=='night shift'",
        "group!=south",
        "status==active",
        "attributes.region==eu",
        "attributes.floor.level==2",
        "attributes.room!=5",
        "hardware_version=ge=1.2.0",
        "hardware_version=le=01.2.0",
        "hardware_version==1.*",
        "hardware_version!=2.*",
        "hardware_version=in=(1.0.0,1.2.0)",
        "firmware_version=lt=2.0.0",
        "firmware_version=gt=1.10.0",
        "firmware_version=out=(1.0.0,2.0.0)",
        "firmware_version>2.0.0-beta and firmware_version<2.0.0",
        "model==x,owner==olga",
        "model==x;owner==y,group==north",
        "(model==x or group==north) and status==active"
      })
  void holds(String text) {
    assertThat(QueryReader.kept(text).matches(DEVICE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model==pum",
        "model==Pump",
        "owner!=ol*",
        "owner=out=(olga)",
        "group!=north",
        "attributes.region!=eu",
        "attributes.room==*",
        "hardware_version=gt=1.2.0",
        "firmware_version=ge=2.0.0",
        "hardware_version!=1.2.0",
        "hardware_version=out=(1.*)",
        "model==pump;owner==bert",
        "model==x and (owner==olga or group==north)"
      })
  void doesNotHold(String text) {
    assertThat(QueryReader.kept(text).matches(DEVICE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "owner!=olga, true",
    "owner=out=(olga), true",
    "attributes.region!=eu, true",
    "group!=north, true",
    "model==*, false",
    "firmware_version!=1.0.0, false",
    "firmware_version=lt=9.0.0, false",
    "firmware_version==*, false"
  })
  void ofADeviceThatTellsNothingNoVersionHolds(String text, boolean holds) {
    assertThat(QueryReader.kept(text).matches(SILENT)).isEqualTo(holds);
  }

  @Test
  void saysWhereAndWhatWasExpected() {
    assertThat(complaint("model"))
        .isEqualTo("is no query from position 6 on: expected an operator like == or =in=");
    assertThat(complaint("model==a;"))
        .isEqualTo(
            "is no query from position 10 on: expected a name or value / a value in quotes / (");
    assertThat(complaint("(model==a"))
        .isEqualTo("is no query from position 10 on: expected ; or and / , or or / )");
    assertThat(complaint("model==a)"))
        .isEqualTo("is no query from position 9 on: expected the end / ; or and / , or or");
    assertThat(complaint("model==a owner==b")).startsWith("is no query from position 10 on:");
    assertThat(complaint("owner=like=b"))
        .startsWith("is no query from position 6 on: there is no operator =like=");
    assertThat(complaint("owner==\"b")).startsWith("is no query from position 10 on: a value");
    assertThat(complaint("owner==")).startsWith("is no query: operator '=='");
    assertThat(complaint("owner==(a,b)")).startsWith("is no query: operator '=='");
    assertThat(complaint("owner=isnull=true")).contains("there is no operator =isnull=");
  }

  @Test
  void saysWhatDoesNotFit() {
    assertThat(complaint("colour==red")).startsWith("asks for colour, which devices do not have");
    assertThat(complaint("attributes.==red")).startsWith("asks for attributes.,");
    assertThat(complaint("owner=lt=b")).startsWith("compares owner by =lt=, which is for versions");
    assertThat(complaint("firmware_version==new"))
        .startsWith("compares firmware_version to new, which is no version");
    assertThat(complaint("firmware_version=lt=1.*")).contains("which is no version");
  }

  @Test
  void isBounded() {
    assertThat(complaint("owner==" + "x".repeat(993))).startsWith("understood");
    assertThat(complaint("owner==" + "x".repeat(994))).contains("at most 1,000 characters");
    assertThat(complaint("owner==a\n")).contains("one line");
    assertThat(complaint("owner=in=(a" + ",a".repeat(49) + ")")).startsWith("understood");
    assertThat(complaint("owner=in=(a" + ",a".repeat(50) + ")")).contains("at most 50 comparisons");
    assertThat(complaint("(".repeat(490) + "owner==a" + ")".repeat(490))).startsWith("understood");
    assertThat(complaint(nested(9))).startsWith("understood");
    assertThat(complaint(nested(10))).contains("at most 10 levels");
  }

  private static String nested(int levels) {
    StringBuilder text = new StringBuilder("owner==a");
    for (int level = 0; level < levels; level++) {
      text.insert(0, "(").append(level % 2 == 0 ? ";owner==b)" : ",owner==b)");
    }
    return text.toString();
  }
}
