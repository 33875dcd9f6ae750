package io.updraft.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** The body of an upload in one request. */
final class MultipartForm {
  static final String MEDIA_TYPE = "multipart/form-data; boundary=b0undary";

  private MultipartForm() {}

  static byte[] of(String metadata, String filename, byte[] file) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(part("name=\"metadata\"", "application/json"));
    form.writeBytes((metadata + "\r\n").getBytes(UTF_8));
    String disposition = "name=\"file\"; filename=\"" + filename + "\"";
    form.writeBytes(part(disposition, "application/octet-stream"));
    form.writeBytes(file);
    form.writeBytes("\r\n--b0undary--\r\n".getBytes(UTF_8));
    return form.toByteArray();
  }

  private static byte[] part(String disposition, String mediaType) {
    return ("--b0undary\r\nContent-Disposition: form-data; "
            + disposition
            + "\r\nContent-Type: "
            + mediaType
            + "\r\n\r\n")
        .getBytes(UTF_8);
  }
}
