package io.updraft.access.dynamodb;

import static java.util.Locale.ROOT;

import io.updraft.access.domain.ApiKey;
import io.updraft.access.domain.DeviceId;
import io.updraft.access.domain.Grant;
import io.updraft.access.domain.KeyId;
import io.updraft.access.domain.Organization;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.Scope;
import io.updraft.access.domain.StoredKey;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items of the access table.
 *
 * <p>A key is there twice: by its id alone, since a request says nothing else of it, with the hash;
 * and in its organization's partition, to be listed, without the hash.
 */
final class AccessItems {
  static final String KEY_PREFIX = "KEY#";

  private AccessItems() {}

  static Key organizationKey(OrganizationId id) {
    return new Key(partition(id), "ORGANIZATION");
  }

  static Key byId(KeyId id) {
    return new Key(KEY_PREFIX + id.value(), "KEY");
  }

  static Key listed(OrganizationId organization, KeyId id) {
    return new Key(partition(organization), KEY_PREFIX + id.value());
  }

  static String partition(OrganizationId organization) {
    return "ORG#" + organization.value();
  }

  static Map<String, AttributeValue> of(Organization organization) {
    return at(organizationKey(organization.id()))
        .text("organization", organization.id().value())
        .text("name", organization.name())
        .number("poll_interval", seconds(organization.pollInterval()))
        .text("created_by", organization.createdBy())
        .time("created_at", organization.createdAt())
        .attributes();
  }

  static Organization organization(Item item) {
    return new Organization(
        new OrganizationId(item.text("organization")),
        item.textOrNull("name"),
        item.has("poll_interval") ? Duration.ofSeconds(item.number("poll_interval")) : null,
        item.text("created_by"),
        item.time("created_at"));
  }

  private static @Nullable Long seconds(@Nullable Duration duration) {
    return duration == null ? null : duration.toSeconds();
  }

  static Map<String, AttributeValue> byId(StoredKey stored) {
    return described(at(byId(stored.key().id())), stored.key())
        .text("secret_hash", stored.secretHash())
        .attributes();
  }

  static Map<String, AttributeValue> listed(ApiKey key) {
    return described(at(listed(key.organization(), key.id())), key).attributes();
  }

  static StoredKey storedKey(Item item) {
    return new StoredKey(apiKey(item), item.text("secret_hash"));
  }

  static ApiKey apiKey(Item item) {
    return new ApiKey(
        new KeyId(item.text("key_id")),
        new OrganizationId(item.text("organization")),
        grant(item),
        item.textOrNull("name"),
        item.text("created_by"),
        item.time("created_at"),
        expiry(item));
  }

  private static ItemBuilder at(Key key) {
    return Item.build().text("pk", key.pk()).text("sk", key.sk());
  }

  private static ItemBuilder described(ItemBuilder item, ApiKey key) {
    item.text("key_id", key.id().value())
        .text("organization", key.organization().value())
        .text("name", key.name())
        .text("created_by", key.createdBy())
        .time("created_at", key.createdAt());
    if (key.expiresAt() != null) {
      item.expiry("expires_at", key.expiresAt());
    }
    return granting(item, key.grant());
  }

  private static ItemBuilder granting(ItemBuilder item, Grant grant) {
    return switch (grant) {
      case Grant.User(Grant.Rank rank) -> item.text("grants", rank.name().toLowerCase(ROOT));
      case Grant.Device(DeviceId id) -> item.text("grants", "device").text("device", id.value());
      case Grant.Gateway() -> item.text("grants", "gateway");
      case Grant.Service service ->
          item.text("grants", "service")
              .set("scopes", service.scopes().stream().map(Scope::value).toList());
    };
  }

  private static Grant grant(Item item) {
    String grants = item.text("grants");
    return switch (grants) {
      case "device" -> new Grant.Device(new DeviceId(item.text("device")));
      case "gateway" -> new Grant.Gateway();
      case "service" ->
          new Grant.Service(
              item.texts("scopes").stream().map(Scope::new).collect(Collectors.toSet()));
      default -> new Grant.User(Grant.Rank.valueOf(grants.toUpperCase(ROOT)));
    };
  }

  private static @Nullable Instant expiry(Item item) {
    return item.has("expires_at") ? Instant.ofEpochSecond(item.number("expires_at")) : null;
  }
}
