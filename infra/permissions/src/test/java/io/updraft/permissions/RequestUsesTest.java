package io.updraft.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.lambda.Environment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;

class RequestUsesTest {
  // Read where they are needed: a method that reads some returns, for all that is known, any.
  private static final Environment SETTINGS = Environment.current();

  static final class Sending {
    Sending(SqsClient queues, LambdaClient functions, S3Client objects) {
      queues.sendMessageBatch(r -> r.queueUrl(SETTINGS.text("QUEUE")).entries(List.of()));
      functions.invoke(r -> r.functionName(SETTINGS.text("FUNCTIONS").split(",", 2)[0]));
      objects.headBucket(r -> r.bucket(SETTINGS.text("BUCKET")));
    }

    Sending() {
      this(SqsClient.create(), LambdaClient.create(), S3Client.create());
    }
  }

  @Test
  void aRequestNeedsItsActionOnWhatItNames() {
    assertThat(Found.clearlyIn(Sending.class).uses())
        .containsExactly(
            "lambda:InvokeFunction FUNCTIONS", "s3:ListBucket BUCKET", "sqs:SendMessage QUEUE");
  }

  static final class ReadingTables {
    ReadingTables() {
      var _ = ScanRequest.builder().limit(1).tableName(SETTINGS.text("SCANNED")).build();
      var _ = Get.builder().tableName(SETTINGS.text("ONE_OF_SOME")).build();
      KeysAndAttributes keys = KeysAndAttributes.builder().keys(List.of()).build();
      DynamoDbClient client = DynamoDbClient.create();
      client.batchGetItem(r -> r.requestItems(Map.of(SETTINGS.text("BATCH"), keys)));
    }
  }

  /** A request that is only built may be sent by anybody. */
  @Test
  void aRequestCountsWhereItIsBuilt() {
    assertThat(Found.clearlyIn(ReadingTables.class).uses())
        .containsExactly(
            "dynamodb:BatchGetItem BATCH", "dynamodb:GetItem ONE_OF_SOME", "dynamodb:Scan SCANNED");
  }

  static final class WritingTables {
    WritingTables() {
      DynamoDbClient client = DynamoDbClient.create();
      client.putItem(r -> r.tableName(SETTINGS.text("PUT")).item(Map.of()));
      client.updateItem(r -> r.tableName(SETTINGS.text("UPDATED")).key(Map.of()));
      client.deleteItem(r -> r.tableName(SETTINGS.text("DELETED")).key(Map.of()));
      TransactWriteItem checked =
          TransactWriteItem.builder()
              .conditionCheck(c -> c.tableName(SETTINGS.text("CHECKED")))
              .build();
      client.transactWriteItems(r -> r.transactItems(checked));
    }
  }

  @Test
  void aWriteThatIsNoGuardedOneCountsToo() {
    assertThat(Found.clearlyIn(WritingTables.class).uses())
        .containsExactly(
            "dynamodb:ConditionCheckItem CHECKED",
            "dynamodb:DeleteItem DELETED",
            "dynamodb:PutItem PUT",
            "dynamodb:UpdateItem UPDATED");
  }

  static final class Connected {
    Connected() {
      var client = ApiGatewayManagementApiClient.create();
      client.postToConnection(r -> r.connectionId("some"));
      client.deleteConnection(r -> r.connectionId("some"));
    }
  }

  @Test
  void connectionsAreOfTheOneApiThereIs() {
    assertThat(Found.clearlyIn(Connected.class).uses())
        .containsExactly(
            "execute-api:ManageConnections /DELETE/@connections/*",
            "execute-api:ManageConnections /POST/@connections/*");
  }

  static final class SendingSomewhere {
    SendingSomewhere(SqsClient queues, String url) {
      queues.sendMessageBatch(r -> r.queueUrl(url));
    }

    SendingSomewhere() {
      this(SqsClient.create(), new StringBuilder("no setting").reverse().toString());
    }
  }

  @Test
  void aRequestToWhatCannotBeToldIsUnclear() {
    Found found = Found.in(SendingSomewhere.class);
    assertThat(found.uses()).isEmpty();
    assertThat(found.unclear())
        .singleElement()
        .asString()
        .startsWith(SendingSomewhere.class.getName())
        .endsWith(" needs sqs:SendMessage");
  }

  static final class Unknown {
    Unknown() {
      SqsClient.create().purgeQueue(r -> r.queueUrl(SETTINGS.text("QUEUE")));
    }
  }

  static final class UnknownWithoutAttributes {
    UnknownWithoutAttributes() {
      DynamoDbClient.create().listTables();
      S3Client.create().listBucketsPaginator();
      SqsClient.create().listQueues(ListQueuesRequest.builder().build());
    }
  }

  @Test
  void aRequestThatNoActionIsKnownForIsUnclear() {
    Found found = Found.in(Unknown.class);
    assertThat(found.uses()).isEmpty();
    assertThat(found.unclear())
        .singleElement()
        .asString()
        .endsWith(" sends a PurgeQueueRequest, of which no action is known here");
  }

  @Test
  void aCallThatIsGivenNothingIsUnclear() {
    String place = UnknownWithoutAttributes.class.getName() + ".<init>";
    assertThat(Found.in(UnknownWithoutAttributes.class).unclear())
        .containsExactly(
            place + " calls DynamoDbClient.listTables, of which no action is known here",
            place + " calls S3Client.listBucketsPaginator, of which no action is known here",
            place + " sends a ListQueuesRequest, of which no action is known here");
  }
}
