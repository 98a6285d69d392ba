package io.github.extendclient.contract;

import io.github.extendclient.runtime.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Request;
import retrofit2.Call;

/** The generated interfaces of a specification; making one checks all of its methods. */
record Interfaces(
    ModelJson json, Map<String, Method> calls, Map<Class<?>, Object> implementations) {

  static Interfaces of(Spec spec) {
    Offline offline = new Offline(spec.models());
    Map<String, Method> calls = new TreeMap<>();
    Map<Class<?>, Object> implementations = new HashMap<>();
    for (Method accessor : root(spec).getDeclaredMethods()) {
      Class<?> api = accessor.getReturnType();
      if (accessor.getParameterCount() == 0 && api.isInterface()) {
        implementations.put(api, offline.create(api));
        Arrays.stream(api.getMethods())
            .filter(method -> method.getReturnType() == Call.class)
            .filter(method -> method.isAnnotationPresent(Operation.class))
            .forEach(
                method ->
                    calls.merge(
                        method.getAnnotation(Operation.class).id(), method, Interfaces::longer));
      }
    }
    return new Interfaces(new ModelJson(spec), calls, implementations);
  }

  /** Returns the request that would be sent. */
  Request request(Method call, Object... arguments) throws ReflectiveOperationException {
    return ((Call<?>) call.invoke(implementations.get(call.getDeclaringClass()), arguments))
        .request();
  }

  /** The form with all parameters, and not that with the server's defaults. */
  private static Method longer(Method one, Method other) {
    return one.getParameterCount() > other.getParameterCount() ? one : other;
  }

  private static Class<?> root(Spec spec) {
    try {
      return Class.forName(spec.packageName() + ".ExtendApi");
    } catch (ClassNotFoundException e) {
      throw new LinkageError(spec.packageName(), e);
    }
  }
}
