package io.updraft.local.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.updraft.template.Function;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a handler learns about its invocation. */
final class InvocationContext implements Context {
  private final Function function;
  private final String requestId;
  private final long deadlineNanos;
  private final BooleanSupplier stopping;

  InvocationContext(Function function, String requestId, BooleanSupplier stopping) {
    this.function = function;
    this.requestId = requestId;
    this.stopping = stopping;
    this.deadlineNanos = System.nanoTime() + function.timeout().toNanos();
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + function.id();
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public String getFunctionName() {
    return function.id();
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:us-east-1:000000000000:function:" + function.id();
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  /** None where the runtime is about to stop, so that who waits for something waits no longer. */
  @Override
  public int getRemainingTimeInMillis() {
    return stopping.getAsBoolean() ? 0 : left();
  }

  private int left() {
    return (int) Math.max(0, (deadlineNanos - System.nanoTime()) / 1_000_000);
  }

  @Override
  public int getMemoryLimitInMB() {
    return function.memoryMegabytes();
  }

  @Override
  public LambdaLogger getLogger() {
    Logger logger = LoggerFactory.getLogger(function.handler());
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        logger.info(message);
      }

      @Override
      public void log(byte[] message) {
        logger.info(new String(message, StandardCharsets.UTF_8));
      }
    };
  }
}
