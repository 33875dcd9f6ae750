package io.updraft.dynamodb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** A client that fails as told, since no local server is ever contended or throttled. */
final class ScriptedClient implements DynamoDbClient {
  final List<TransactWriteItemsRequest> transactions = new ArrayList<>();
  final List<BatchGetItemRequest> batches = new ArrayList<>();
  private final Deque<RuntimeException> failures = new ArrayDeque<>();
  private Function<BatchGetItemRequest, BatchGetItemResponse> batchAnswer =
      request -> BatchGetItemResponse.builder().build();
  int calls;

  /** The next calls end so, one each; those after them succeed. */
  ScriptedClient failing(int times, RuntimeException failure) {
    for (int i = 0; i < times; i++) {
      failures.add(failure);
    }
    return this;
  }

  ScriptedClient answering(Function<BatchGetItemRequest, BatchGetItemResponse> answer) {
    batchAnswer = answer;
    return this;
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    call();
    return PutItemResponse.builder().build();
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    call();
    return GetItemResponse.builder().build();
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    transactions.add(request);
    call();
    return TransactWriteItemsResponse.builder().build();
  }

  @Override
  public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
    call();
    return TransactGetItemsResponse.builder().build();
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    batches.add(request);
    call();
    return batchAnswer.apply(request);
  }

  private void call() {
    calls++;
    if (!failures.isEmpty()) {
      throw failures.remove();
    }
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {}
}
