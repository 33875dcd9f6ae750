package io.updraft.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an {@code AWS::Serverless::HttpApi}. */
final class HttpApiReader {
  private HttpApiReader() {}

  static HttpApi read(String id, Section properties) {
    Section auth = properties.section("Auth");
    Map<String, Authorizer> authorizers = new LinkedHashMap<>();
    auth.children("Authorizers")
        .forEach((name, section) -> authorizers.put(name, authorizer(section)));
    Optional<String> defaultAuthorizer = auth.find("DefaultAuthorizer");
    if (defaultAuthorizer.filter(name -> !authorizers.containsKey(name)).isPresent()) {
      throw auth.unsupported("DefaultAuthorizer");
    }
    return new HttpApi(id, authorizers, defaultAuthorizer);
  }

  private static Authorizer authorizer(Section section) {
    if (!section.text("AuthorizerPayloadFormatVersion").equals("2.0")) {
      throw section.unsupported("AuthorizerPayloadFormatVersion");
    }
    if (!section.flag("EnableSimpleResponses", false)) {
      throw section.unsupported("EnableSimpleResponses");
    }
    Section identity = section.section("Identity");
    List<String> headers = identity.texts("Headers");
    if (headers.size() != 1) {
      throw identity.unsupported("Headers");
    }
    return new Authorizer(
        function(section),
        headers.getFirst(),
        Duration.ofSeconds(identity.integer("ReauthorizeEvery", 300)));
  }

  /** Its address, or in a text that of its alias. */
  private static String function(Section section) {
    if (section.values().get("FunctionArn") instanceof Map<?, ?> call
        && call.containsKey("Fn::Sub")) {
      return section.pattern("FunctionArn").replaceAll("^\\$\\{|\\.Alias}$", "");
    }
    return section.target("FunctionArn", "Fn::GetAtt");
  }
}
