package io.updraft.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a {@code multipart/form-data} request, in memory: API Gateway lets no more than 10
 * MB through. What is missing or misnamed joins the errors of the fields read from the parts.
 */
public final class Parts {
  /** 4 MiB, what fits into an invocation of a function as Base64 with room to spare. */
  private static final int MAX_FILE_BYTES = 4 << 20;

  private static final int MAX_PARTS = 20;
  private static final int MAX_HEADER_BYTES = 4096;

  private final Map<String, Part> parts;
  private final Violations violations = new Violations();

  private Parts(Map<String, Part> parts) {
    this.parts = parts;
  }

  static Parts of(String contentType, byte[] body) {
    MediaType type = MediaType.of(contentType);
    if (!type.isMultipartForm()) {
      throw Problem.unsupportedMediaType("Send the body as multipart/form-data.").exception();
    }
    String boundary = type.parameter("boundary").orElseThrow(() -> malformed(null));
    try {
      return new Parts(parsed(boundary, body));
    } catch (IOException | IllegalArgumentException wrong) {
      throw malformed(wrong);
    }
  }

  /**
   * The JSON object in a part, whatever media type the part claims.
   *
   * @throws ProblemException {@code MALFORMED} when the part is there and holds something else
   */
  public Fields json(String part) {
    return new Fields(
        find(part)
            .map(given -> HttpRequest.object(given.bytes))
            .orElseGet(JsonNodeFactory.instance::objectNode),
        "",
        violations);
  }

  /**
   * The file in a part; empty and without a name when the part is missing or no file, which is
   * among the errors then.
   *
   * @throws ProblemException 413 when it is larger than 4 MiB
   */
  public FilePart file(String part) {
    Part file = find(part).orElse(Part.NONE);
    if (file.bytes.length > MAX_FILE_BYTES) {
      String detail =
          "A file over 4 MiB is uploaded by a presigned URL: create the firmware with a JSON body.";
      throw Problem.tooLarge(detail).exception();
    }
    if (file != Part.NONE) {
      filenameComplaint(file).ifPresent(complaint -> reject(part, complaint));
    }
    return new FilePart(file.filename == null ? "" : file.filename, file.bytes);
  }

  /**
   * Ends the reading, of the fields in the parts as well.
   *
   * @throws ProblemException {@code VALIDATION} with every wrong field, if there is one
   */
  public void throwIfInvalid() {
    violations.throwIfAny();
  }

  private static Optional<String> filenameComplaint(Part file) {
    if (file.filename == null) {
      return Optional.of("must be a file with a filename");
    }
    if (file.filename.contains("/") || file.filename.contains("\\")) {
      return Optional.of("must have a filename without a path");
    }
    return new TextRule(1, 255)
        .complaint(file.filename)
        .map(complaint -> "has a filename that " + complaint);
  }

  private Optional<Part> find(String name) {
    Optional<Part> part = Optional.ofNullable(parts.get(name));
    if (part.isEmpty()) {
      reject(name, "is required, as a part of the multipart body");
    }
    return part;
  }

  private void reject(String field, String message) {
    violations.add(field, message);
  }

  private static Map<String, Part> parsed(String boundary, byte[] body) throws IOException {
    MultipartInput input =
        MultipartInput.builder()
            .setByteArray(body)
            .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
            .setMaxPartHeaderSize(MAX_HEADER_BYTES)
            .get();
    input.setHeaderCharset(StandardCharsets.UTF_8);
    Map<String, Part> parts = new LinkedHashMap<>();
    for (boolean more = input.skipPreamble(); more; more = input.readBoundary()) {
      Part part = part(input);
      if (parts.size() == MAX_PARTS || parts.put(part.name, part) != null) {
        throw new FileUploadException("Too many parts, or two of one name");
      }
    }
    if (parts.isEmpty()) {
      throw new FileUploadException("No part at all");
    }
    return parts;
  }

  private static Part part(MultipartInput input) throws IOException {
    Map<String, String> disposition = disposition(input.readHeaders());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    input.readBodyData(bytes);
    String name = disposition.get("name");
    if (name == null) {
      throw new FileUploadException("A part without a name");
    }
    return new Part(name, disposition.get("filename"), bytes.toByteArray());
  }

  private static Map<String, String> disposition(String headers) {
    ParameterParser parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    return headers
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
        .findFirst()
        .map(line -> parser.parse(line, ';'))
        .orElse(Map.of());
  }

  private static ProblemException malformed(@Nullable Exception cause) {
    Problem problem = Problem.malformed("The multipart body can't be parsed.");
    return cause == null ? problem.exception() : problem.exception(cause);
  }

  private static final class Part {
    static final Part NONE = new Part("", null, new byte[0]);

    final String name;
    final @Nullable String filename;
    final byte[] bytes;

    Part(String name, @Nullable String filename, byte[] bytes) {
      this.name = name;
      this.filename = filename;
      this.bytes = bytes;
    }
  }
}
