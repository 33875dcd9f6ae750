package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PartsTest {
  private static final String METADATA = part("name=\"metadata\"", "{\"name\":\"gateway\"}");
  private static final String FILE = part("name=\"file\"; filename=\"g.bin\"", "\u0001\r\n--cu");

  @Test
  void readsFieldsAndFile() {
    Parts parts = parts(METADATA + FILE);

    assertThat(parts.json("metadata").text("name", 1, 200)).isEqualTo("gateway");
    assertThat(parts.file("file").filename()).isEqualTo("g.bin");
    assertThat(parts.file("file").bytes())
        .isEqualTo(new byte[] {1, '\r', '\n', '-', '-', 'c', 'u'});
    parts.throwIfInvalid();
  }

  @Test
  void readsAFileNameInUtf8() {
    Parts parts = parts(part("name=\"file\"; filename=\"gerät-€.bin\"", "x"));

    assertThat(parts.file("file").filename()).isEqualTo("gerät-€.bin");
  }

  @Test
  void listsMissingPartsWithWrongFields() {
    Parts parts = parts(METADATA);
    Fields metadata = parts.json("metadata");
    metadata.text("version", 1, 50);
    parts.file("file");

    assertThat(problem(metadata::throwIfInvalid).errors())
        .containsExactly(
            new FieldError("version", "is required"),
            new FieldError("file", "is required, as a part of the multipart body"));
    assertThat(problem(parts::throwIfInvalid).errors()).hasSize(2);
  }

  @Test
  void refusesFileNamesWithAPath() {
    for (String name :
        List.of("../../etc/passwd", "a/b.bin", "..\\\\evil.bin", "/x.bin", "a\u0000.bin", " ")) {
      Parts parts = parts(part("name=\"file\"; filename=\"" + name + "\"", "x"));
      parts.file("file");

      assertThat(problem(parts::throwIfInvalid).errors())
          .as(name)
          .extracting(FieldError::field)
          .containsExactly("file");
    }
  }

  @Test
  void refusesAFieldInPlaceOfAFile() {
    Parts parts = parts(part("name=\"file\"", "x"));
    parts.file("file");

    assertThat(problem(parts::throwIfInvalid).status()).isEqualTo(422);
  }

  @Test
  void takesFourMebibytesAndNoMore() {
    String fitting = "x".repeat(4 << 20);

    assertThat(parts(part("name=\"f\"; filename=\"f\"", fitting)).file("f").bytes())
        .hasSize(4 << 20);
    Parts larger = parts(part("name=\"f\"; filename=\"f\"", fitting + "x"));
    Problem problem = problem(() -> larger.file("f"));
    assertThat(problem.status()).isEqualTo(413);
    assertThat(problem.detail()).contains("presigned");
  }

  @Test
  void refusesOtherMediaTypes() {
    for (String type : List.of("", "application/json", "multipart/mixed; boundary=cut")) {
      assertThat(problem(() -> Parts.of(type, new byte[0])).status()).as(type).isEqualTo(415);
    }
  }

  @Test
  void refusesWhatCannotBeParsed() {
    for (String body :
        List.of(
            "",
            "no boundary",
            "--cut\r\n",
            "--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nunfinished",
            part("filename=\"nameless\"", "x") + "--cut--",
            METADATA + METADATA + "--cut--",
            "--cut\r\nX: " + "y".repeat(5000) + "\r\n\r\nx\r\n--cut--",
            many(21) + "--cut--")) {
      assertMalformed("multipart/form-data; boundary=cut", body);
    }
    assertMalformed("multipart/form-data", METADATA + "--cut--");
    assertMalformed("multipart/form-data; boundary=" + "c".repeat(9000), METADATA + "--cut--");
  }

  @Test
  void takesTwentyParts() {
    assertThat(parts(many(20)).json("part19").has("name")).isFalse();
  }

  @Test
  void refusesMetadataThatIsNoObject() {
    Parts parts = parts(part("name=\"metadata\"", "[]"));

    assertThat(problem(() -> parts.json("metadata")).code()).isEqualTo("MALFORMED");
  }

  private static void assertMalformed(String type, String body) {
    Problem problem = problem(() -> Parts.of(type, body.getBytes(StandardCharsets.UTF_8)));
    assertThat(problem.code()).as(body).isEqualTo("MALFORMED");
  }

  private static Problem problem(ThrowingCallable call) {
    ProblemException refusal = catchThrowableOfType(ProblemException.class, call);
    assertThat(refusal).isNotNull();
    return refusal.problem();
  }

  private static Parts parts(String parts) {
    byte[] body = (parts + "--cut--\r\n").getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = Map.of("Content-Type", "Multipart/Form-Data; boundary=\"cut\"");
    return new HttpRequest("r", "POST /x", Map.of(), Map.of(), headers, body, null).multipart();
  }

  private static String many(int count) {
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < count; i++) {
      parts.append(part("name=\"part" + i + "\"", "{}"));
    }
    return parts.toString();
  }

  private static String part(String disposition, String content) {
    return "--cut\r\nContent-Disposition: form-data; "
        + disposition
        + "\r\n\r\n"
        + content
        + "\r\n";
  }
}
