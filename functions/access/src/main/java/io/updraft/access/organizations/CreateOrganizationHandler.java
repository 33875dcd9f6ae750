package io.updraft.access.organizations;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.access.domain.KeyMint;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.Organizations;
import io.updraft.access.dynamodb.AccessTable;
import io.updraft.access.organizations.CreateOrganization.Result;
import io.updraft.http.Json;
import io.updraft.lambda.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The function {@code AccessOrganizations}, invoked directly, by who may invoke functions of the
 * account: {@code {"organization": "acme", "name": "Acme", "created_by": "jo"}}, the last two
 * optional. Answers {@code organization, key_id, key}, or {@code error} with a sentence; a refusal
 * is an answer, so that it does not count as a failure of the function.
 */
public final class CreateOrganizationHandler implements RequestStreamHandler {
  private static final int MAX_TEXT = 200;

  private final CreateOrganization createOrganization;

  public CreateOrganizationHandler() {
    this(AccessTable.of(Environment.current()).organizations(), Clock.systemUTC());
  }

  CreateOrganizationHandler(Organizations organizations, Clock clock) {
    KeyMint mint = new KeyMint(clock, new SecureRandom());
    createOrganization = new CreateOrganization(organizations, mint, clock);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    answer.write(Json.write(answer(Json.read(event.readAllBytes()))));
  }

  private Map<String, String> answer(JsonNode request) {
    String name = text(request, "name");
    String createdBy = text(request, "created_by");
    if (isTooLong(name) || isTooLong(createdBy)) {
      return error("name and created_by have at most %d characters.".formatted(MAX_TEXT));
    }
    return OrganizationId.parse(request.path("organization").asText(""))
        .map(id -> created(id, name, createdBy == null ? "administrator" : createdBy))
        .orElseGet(
            () -> error("Name an organization of 1 to 63 lower case letters, digits, hyphens."));
  }

  private Map<String, String> created(OrganizationId id, @Nullable String name, String createdBy) {
    return switch (createOrganization.create(id, name, createdBy)) {
      case Result.Created(var organization, var key) ->
          Map.of(
              "organization", organization.id().value(),
              "key_id", key.key().id().value(),
              "key", key.text().reveal());
      case Result.Exists() -> error("The organization %s exists already.".formatted(id));
    };
  }

  private static Map<String, String> error(String sentence) {
    return Map.of("error", sentence);
  }

  private static boolean isTooLong(@Nullable String text) {
    return text != null && text.length() > MAX_TEXT;
  }

  private static @Nullable String text(JsonNode request, String field) {
    String text = request.path(field).asText("").strip();
    return text.isEmpty() ? null : text;
  }
}
