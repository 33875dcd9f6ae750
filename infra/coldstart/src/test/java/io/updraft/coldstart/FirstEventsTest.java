package io.updraft.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.updraft.template.Function;
import io.updraft.template.Template;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FirstEventsTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Template template = Site.template("nats://nowhere");

  @Test
  void aRouteGetsARequestThatTheGatewayCouldSend() throws IOException {
    JsonNode event = event(template.function("FirmwareUpload"));

    assertThat(event.path("routeKey").asText()).isEqualTo("POST /api/v1/ota/firmware");
    assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("POST");
    assertThat(event.at("/requestContext/authorizer/lambda/organization").asText()).isNotBlank();
  }

  @Test
  void eachParameterOfARouteHasAValueThatIsInThePath() throws IOException {
    for (Function function : template.functions().values()) {
      JsonNode event = event(function);
      assertThat(event.path("rawPath").asText()).doesNotContain("{");
      event
          .path("pathParameters")
          .forEach(
              value ->
                  assertThat(event.path("rawPath").asText().split("/")).contains(value.asText()));
    }
  }

  @Test
  void eachRecordedEventIsThatOfAFunction() throws Exception {
    var folder = Objects.requireNonNull(FirstEvents.class.getResource("/events"));
    String[] files = new java.io.File(folder.toURI()).list();

    assertThat(files).isNotEmpty();
    assertThat(Arrays.stream(files).map(file -> file.replace(".json", "")))
        .allMatch(template.functions()::containsKey);
  }

  private static JsonNode event(Function function) throws IOException {
    return MAPPER.readTree(FirstEvents.of(function));
  }
}
