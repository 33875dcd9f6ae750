package io.updraft.telemetry.merge;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A database for a process that ends after so many of its writes. */
final class CrashingClient {
  private static final Set<String> WRITES =
      Set.of("putItem", "updateItem", "deleteItem", "transactWriteItems");

  private final DynamoDbClient database;
  private int left;

  private CrashingClient(DynamoDbClient database, int writes) {
    this.database = database;
    this.left = writes;
  }

  static DynamoDbClient after(int writes, DynamoDbClient database) {
    CrashingClient crashing = new CrashingClient(database, writes);
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, method, arguments) -> crashing.call(method, arguments));
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    if (WRITES.contains(method.getName())) {
      left--;
      if (left < 0) {
        throw new Crash();
      }
    }
    try {
      return method.invoke(database, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** The process has ended. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
