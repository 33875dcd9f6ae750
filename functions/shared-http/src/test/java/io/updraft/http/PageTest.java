package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTest {
  @Test
  void hasDefaults() {
    assertThat(request(Map.of()).page()).isEqualTo(new Page(50, 0, null));
  }

  @Test
  void takesItsLimits() {
    assertThat(request(Map.of("limit", "1", "offset", "10000")).page())
        .isEqualTo(new Page(1, 10_000, null));
    assertThat(request(Map.of("limit", "200", "offset", "0")).page())
        .isEqualTo(new Page(200, 0, null));
    assertThat(request(Map.of("cursor", "abc")).page()).isEqualTo(new Page(50, 0, "abc"));
  }

  @Test
  void refusesWhatIsBeyond() {
    for (String limit : List.of("0", "201", "-1", "x", "", "1.5", "9".repeat(30), "٣")) {
      assertThat(errors(Map.of("limit", limit)))
          .as(limit)
          .containsExactly(new FieldError("limit", "must be a whole number from 1 to 200"));
    }
    assertThat(errors(Map.of("offset", "10001")))
        .containsExactly(new FieldError("offset", "must be a whole number from 0 to 10000"));
  }

  @Test
  void listsAllThatIsWrong() {
    assertThat(errors(Map.of("limit", "0", "offset", "-1", "cursor", "abc")))
        .extracting(FieldError::field)
        .containsExactly("limit", "offset", "cursor");
  }

  @Test
  void knowsThePositionOfItsCursor() {
    String cursor = Cursor.encode("acme", List.of("a"));

    assertThat(new Page(50, 0, cursor).position("acme")).contains(List.of("a"));
    assertThat(new Page(50, 0, null).position("acme")).isEmpty();
  }

  @Test
  void isShownInTheAnswer() {
    Page page = new Page(2, 4, null);

    HttpResponse last =
        ListResponse.list("firmware", List.of(Map.of("a", 1)), page, null, Map.of("name", "x"));

    assertThat(Json.read(last.body()))
        .hasToString(
            """
            {"firmware":[{"a":1}],"count":1,"limit":2,"offset":4,"next_cursor":null,\
            "filters":{"name":"x"}}""");
  }

  private static List<FieldError> errors(Map<String, String> query) {
    HttpRequest request = request(query);
    return catchThrowableOfType(ProblemException.class, request::page).problem().errors();
  }

  private static HttpRequest request(Map<String, String> query) {
    return new HttpRequest("r", "GET /x", Map.of(), query, Map.of(), new byte[0], null);
  }
}
