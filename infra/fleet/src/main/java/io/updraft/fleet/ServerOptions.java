package io.updraft.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Credentials;
import io.updraft.fleet.http.FixedKey;
import io.updraft.fleet.http.Json;
import io.updraft.fleet.http.TokenCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server, and as whom. */
final class ServerOptions {
  private static final URI DEFAULT_URL = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The API; if not given, what the runtime of --data says, or http://127.0.0.1:8080")
  @Nullable URI url;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${sys:updraft.home:-.}/data",
      description = "The runtime's data folder; keys of devices are kept there")
  Path data = Path.of("data");

  @Option(
      names = "--org",
      paramLabel = "ORG",
      defaultValue = "default-org",
      description = "The organization (${DEFAULT-VALUE})")
  String organization = "default-org";

  @Option(
      names = "--admin-key",
      paramLabel = "KEY",
      defaultValue = "${env:UPDRAFT_ADMIN_KEY}",
      description =
          "An admin's API key, for a server elsewhere; also read from UPDRAFT_ADMIN_KEY. If not"
              + " given, the local issuer makes a token")
  @Nullable String adminKey;

  @Option(
      names = "--token-command",
      hidden = true,
      defaultValue = "${sys:updraft.home:-.}/scripts/token")
  String tokenCommand = "scripts/token";

  URI server() {
    URI given = url;
    return given == null ? localServer() : given;
  }

  private URI localServer() {
    Path file = data.resolve("runtime.json");
    try {
      JsonNode gateway = Json.lenient(Files.readString(file)).path("gateway");
      return gateway.isTextual() ? URI.create(gateway.asText()) : DEFAULT_URL;
    } catch (IOException notRunning) {
      return DEFAULT_URL;
    }
  }

  Credentials admin() {
    String key = adminKey;
    return key == null || key.isEmpty()
        ? new TokenCommand(
            List.of(
                tokenCommand, "--role", "admin", "--org", organization, "--data", data.toString()))
        : new FixedKey(key);
  }

  /** Under which keys of devices are kept. */
  String keyScope() {
    return server() + "/" + organization;
  }
}
