package io.updraft.local;

import io.updraft.local.object.ObjectStore.Credentials;
import java.net.URI;
import java.util.Map;

/**
 * What Lambda itself gives to each function: region, credentials; and here also addresses.
 *
 * @param invoke where this runtime answers as SQS, as Lambda and for WebSocket connections
 */
record PlatformVariables(Credentials credentials, URI dynamoDb, URI s3, URI invoke) {
  private static final String REGION = "us-east-1";

  /** As environment variables, which functions read through their {@code Environment}. */
  Map<String, String> environment() {
    return Map.of(
        "AWS_REGION", REGION,
        "AWS_ACCESS_KEY_ID", credentials.accessKeyId(),
        "AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey(),
        "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString(),
        "AWS_ENDPOINT_URL_S3", s3.toString(),
        "AWS_ENDPOINT_URL_SQS", invoke.toString(),
        "AWS_ENDPOINT_URL_LAMBDA", invoke.toString(),
        "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI", invoke.toString());
  }

  /**
   * As system properties, which the AWS SDK reads where functions say nothing, as it reads the
   * environment in the cloud.
   */
  void setForSdk() {
    System.setProperty("aws.region", REGION);
    System.setProperty("aws.accessKeyId", credentials.accessKeyId());
    System.setProperty("aws.secretAccessKey", credentials.secretAccessKey());
    System.setProperty("aws.endpointUrlDynamoDb", dynamoDb.toString());
    System.setProperty("aws.endpointUrlS3", s3.toString());
  }
}
