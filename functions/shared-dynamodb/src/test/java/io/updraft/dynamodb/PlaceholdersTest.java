package io.updraft.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
  @Test
  void standForTheAttributeOfTheirName() {
    assertThat(Placeholders.names("SET #status = :s, gates.#cmp_1 = :g", "#status = :old"))
        .isEqualTo(Map.of("#status", "status", "#cmp_1", "cmp_1"));
  }

  @Test
  void areNoneWhereNoneAreUsedSinceDynamoDbRefusesAnEmptyMap() {
    assertThat(Placeholders.names("attribute_not_exists(pk)", null)).isNull();
  }
}
