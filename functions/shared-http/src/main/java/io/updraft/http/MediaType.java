package io.updraft.http;

import java.util.Locale;
import java.util.Optional;
import org.apache.commons.fileupload2.core.ParameterParser;

/** A {@code Content-Type}: type and subtype in lower case, parameters apart. */
record MediaType(String essence, String header) {

  static MediaType of(String header) {
    return new MediaType(header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT), header);
  }

  boolean isJson() {
    return essence.equals("application/json") || essence.endsWith("+json");
  }

  boolean isText() {
    return isJson()
        || essence.startsWith("text/")
        || essence.equals("application/yaml")
        || essence.endsWith("+yaml");
  }

  boolean isMultipartForm() {
    return essence.equals("multipart/form-data");
  }

  Optional<String> parameter(String name) {
    ParameterParser parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    return Optional.ofNullable(parser.parse(header, ';').get(name));
  }
}
