package io.updraft.firmware.dynamodb;

import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.firmware.domain.PublicKeyPem;
import io.updraft.firmware.domain.SigningKey;
import io.updraft.firmware.domain.SigningKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Signing keys on the firmware table. */
public final class DynamoSigningKeys implements SigningKeys {
  private final Dynamo dynamo;
  private final String table;

  public DynamoSigningKeys(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<SigningKey> find(String organization, String signingKeyId) {
    if (!SigningKey.isId(signingKeyId)) {
      return Optional.empty();
    }
    return dynamo
        .get(table, Keys.signingKey(organization, signingKeyId), Reading.CONSISTENT)
        .map(DynamoSigningKeys::read);
  }

  @Override
  public boolean add(SigningKey key) {
    return written(Guarded.create(table, write(key)));
  }

  @Override
  public List<SigningKey> list(String organization, Optional<String> after, int limit) {
    PartitionQuery query =
        PartitionQuery.of(
                table,
                "pk = :org AND begins_with(sk, :prefix)",
                v -> v.text(":org", organization).text(":prefix", Keys.KEY_PREFIX))
            .limited(limit)
            .after(after.map(id -> Keys.signingKey(organization, id).attributes()).orElse(null));
    return dynamo.query(query).items().stream().map(DynamoSigningKeys::read).toList();
  }

  @Override
  public boolean delete(String organization, String signingKeyId) {
    return SigningKey.isId(signingKeyId)
        && written(
            Guarded.delete(table, Keys.signingKey(organization, signingKeyId))
                .when("attribute_exists(pk)"));
  }

  private boolean written(Guarded write) {
    return switch (dynamo.write(write)) {
      case Commit.Committed() -> true;
      case Commit.Refused _ -> false;
    };
  }

  private static Map<String, AttributeValue> write(SigningKey signingKey) {
    Key key = Keys.signingKey(signingKey.organization(), signingKey.signingKeyId());
    return Item.build()
        .text("pk", key.pk())
        .text("sk", key.sk())
        .text("organization", signingKey.organization())
        .text("signing_key_id", signingKey.signingKeyId())
        .text("name", signingKey.name())
        .text("public_key", signingKey.publicKey().text())
        .text("created_by", signingKey.createdBy())
        .time("created_at", signingKey.createdAt())
        .attributes();
  }

  private static SigningKey read(Item item) {
    return new SigningKey(
        item.text("signing_key_id"),
        item.text("organization"),
        item.text("name"),
        PublicKeyPem.parse(item.text("public_key")).orElseThrow(),
        item.text("created_by"),
        item.time("created_at"));
  }
}
