package io.updraft.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.Transaction;
import io.updraft.lambda.Environment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class TableUsesTest {
  private static final Key KEY = new Key("organization", "thing");

  private static String table() {
    return Environment.current().text("TABLE");
  }

  private static Dynamo dynamo() {
    return new Dynamo(DynamoDbClient.create());
  }

  /** What nothing is known of: it comes with the request. */
  private static String fromOutside() {
    return new StringBuilder("no setting").reverse().toString();
  }

  static final class Creating {
    Creating() {
      Guarded creation = Guarded.create(table(), Map.of()).with(v -> v.text("name", "it"));
      var _ = dynamo().write(creation);
      var _ = dynamo().commit(new Transaction().add("it", creation));
    }
  }

  static final class EachOtherWrite {
    EachOtherWrite() {
      Environment settings = Environment.current();
      var _ = Guarded.put(settings.text("PUT"), Map.of());
      var _ = Guarded.update(settings.text("UPDATE"), KEY, "SET a = :a").when("b = :b");
      var _ = Guarded.delete(settings.text("DELETE"), KEY);
      var _ = Guarded.check(settings.text("CHECK"), KEY, "attribute_exists(pk)");
    }
  }

  /** Though the requests that send it could be of any kind. */
  @Test
  void aCreationIsAPutAndNothingElse() {
    assertThat(Found.clearlyIn(Creating.class).uses()).containsExactly("dynamodb:PutItem TABLE");
  }

  @Test
  void writesNeedTheActionOfTheirKind() {
    assertThat(Found.clearlyIn(EachOtherWrite.class).uses())
        .containsExactly(
            "dynamodb:ConditionCheckItem CHECK",
            "dynamodb:DeleteItem DELETE",
            "dynamodb:PutItem PUT",
            "dynamodb:UpdateItem UPDATE");
  }

  static final class WritingSomewhere {
    WritingSomewhere() {
      var _ = Guarded.put(table(), Map.of());
      var _ = Guarded.put(fromOutside(), Map.of());
    }
  }

  static final class WritingByConstructor {
    WritingByConstructor() {
      var _ =
          new Guarded(Guarded.Kind.DELETE, table(), KEY.attributes(), null, null, Map.of())
              .when("a = b");
    }
  }

  @Test
  void aWriteToATableThatCannotBeToldIsUnclear() {
    assertThat(Found.in(WritingSomewhere.class).unclear())
        .containsExactly(needs(WritingSomewhere.class, "dynamodb:PutItem"));
  }

  /** Of what kind it is can't be told. */
  @Test
  void aWriteThatIsNotMadeByItsFactoryIsUnclear() {
    assertThat(Found.in(WritingByConstructor.class).unclear())
        .containsExactly(place(WritingByConstructor.class) + " writes what only its kind tells");
  }

  static final class Reading {
    Reading() {
      Environment settings = Environment.current();
      var _ = dynamo().get(settings.text("ONE"), KEY, Dynamo.Reading.EVENTUAL);
      var _ = dynamo().getAll(settings.text("SOME"), List.of(KEY), Dynamo.Reading.CONSISTENT);
      var _ = dynamo().getAllAtOnce(settings.text("AT_ONCE"), List.of(KEY));
    }
  }

  static final class ReadingSomewhere {
    ReadingSomewhere() {
      var _ = dynamo().get(table(), KEY, Dynamo.Reading.EVENTUAL);
      var _ = dynamo().get(fromOutside(), KEY, Dynamo.Reading.EVENTUAL);
    }
  }

  @Test
  void readsNeedTheActionOfTheirKind() {
    assertThat(Found.clearlyIn(Reading.class).uses())
        .containsExactly(
            "dynamodb:BatchGetItem SOME", "dynamodb:GetItem AT_ONCE", "dynamodb:GetItem ONE");
  }

  /** Though another read, by the same method, is of one that can. */
  @Test
  void aReadOfATableThatCannotBeToldIsUnclear() {
    assertThat(Found.in(ReadingSomewhere.class).unclear())
        .containsExactly(needs(ReadingSomewhere.class, "dynamodb:GetItem"));
  }

  static final class Primed {
    Primed() {
      var _ = DynamoClients.primed(Environment.current(), "TABLE");
    }
  }

  @Test
  void whatIsReadBeforeASnapshotNeedsNoPermission() {
    Found found = Found.in(Primed.class);
    assertThat(found.uses()).isEmpty();
    assertThat(found.settings()).containsExactly("TABLE required");
  }

  private static String needs(Class<?> handler, String action) {
    return place(handler) + " needs " + action;
  }

  private static String place(Class<?> handler) {
    return handler.getName() + ".<init>";
  }
}
