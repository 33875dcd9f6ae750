package io.updraft.campaign.memory;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;

/** The context of an invocation, as far as functions look at it. */
public final class TestContext {
  private TestContext() {}

  public static Context get() {
    return (Context)
        Proxy.newProxyInstance(
            TestContext.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                method.getReturnType() == String.class ? "campaign-test" : null);
  }
}
