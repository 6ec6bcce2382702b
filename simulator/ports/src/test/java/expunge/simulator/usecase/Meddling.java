package expunge.simulator.usecase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Puts something between a use case and one of its ports. */
final class Meddling {
  private Meddling() {}

  /** What is done instead of each call. */
  @FunctionalInterface
  interface Meddler {
    /**
     * Answers a call.
     *
     * @param method its name
     * @param real makes the call
     */
    Object answer(String method, RealCall real) throws Throwable;
  }

  /** The call as it would be without meddling. */
  @FunctionalInterface
  interface RealCall {
    Object make() throws Throwable;
  }

  static <T> T with(Class<T> type, T port, Meddler meddler) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) ->
                meddler.answer(
                    method.getName(),
                    () -> {
                      try {
                        return method.invoke(port, arguments);
                      } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                      }
                    }));
    return type.cast(proxy);
  }
}
