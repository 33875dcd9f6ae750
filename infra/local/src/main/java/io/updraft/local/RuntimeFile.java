package io.updraft.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.local.issuer.TokenIssuer;
import io.updraft.local.lambda.Json;
import io.updraft.servers.SupervisedServer;
import java.net.URI;

/** The file that tells scripts where everything is; only its owner can read it. */
final class RuntimeFile {
  static final String NAME = "runtime.json";

  /** The issuer's private key, by which scripts make tokens. */
  static final String ISSUER_KEY = "issuer-key.json";

  private final DataFolder data;
  private final ObjectNode content = Json.MAPPER.createObjectNode();

  RuntimeFile(DataFolder data) {
    this.data = data;
  }

  RuntimeFile api(URI url, int invokePort) {
    content.put("gateway", url.toString()).put("invoke", loopback("http", invokePort));
    return this;
  }

  RuntimeFile issuer(String jwksUrl) {
    content
        .put("issuer", TokenIssuer.ISSUER)
        .put("audience", TokenIssuer.AUDIENCE)
        .put("jwks", jwksUrl)
        .put("issuerKey", data.file(ISSUER_KEY).toString());
    return this;
  }

  RuntimeFile platform(PlatformVariables platform) {
    content.put("dynamodb", platform.dynamoDb().toString()).put("s3", platform.s3().toString());
    content
        .put("accessKeyId", platform.credentials().accessKeyId())
        .put("secretAccessKey", platform.credentials().secretAccessKey());
    return this;
  }

  /** Where the servers are, with the process ids of this moment. */
  RuntimeFile servers(SupervisedServer dynamoDb, SupervisedServer nats) {
    content.put("nats", loopback("nats", nats.port()));
    content
        .putObject("pids")
        .put("runtime", ProcessHandle.current().pid())
        .put("dynamodb", dynamoDb.pid())
        .put("nats", nats.pid());
    return this;
  }

  void write() {
    data.write(NAME, content.toPrettyString() + "\n");
  }

  static String loopback(String scheme, int port) {
    return scheme + "://127.0.0.1:" + port;
  }
}
