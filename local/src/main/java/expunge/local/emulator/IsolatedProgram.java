package expunge.local.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Another program's classes in a class loader whose parent is the platform's, so that they see
 * neither our libraries nor each other's. They are unknown to our compiler: hence the reflection.
 * The class loader is kept, as threads that are about to end may still need a class after the
 * program was stopped, and as the next start finds its classes loaded and compiled.
 */
final class IsolatedProgram {
  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(int.class, Integer.class, boolean.class, Boolean.class);

  private static final Map<Path, IsolatedProgram> KEPT = new ConcurrentHashMap<>();

  private final URLClassLoader loader;

  private IsolatedProgram(URLClassLoader loader) {
    this.loader = loader;
  }

  /**
   * The same in the whole process for the same libraries.
   *
   * @param settings a directory whose files win over those of the same name in the libraries; that
   *     of the first call
   * @param libraries a directory of jars
   * @throws IllegalStateException if the libraries are not there
   */
  static IsolatedProgram of(Path settings, Path libraries) {
    return KEPT.computeIfAbsent(libraries, _ -> loaded(settings, libraries));
  }

  private static IsolatedProgram loaded(Path settings, Path libraries) {
    List<URL> classPath = new ArrayList<>(List.of(url(settings)));
    try (Stream<Path> jars = Files.list(libraries)) {
      jars.sorted().map(IsolatedProgram::url).forEach(classPath::add);
    } catch (IOException e) {
      throw new IllegalStateException("no libraries in " + libraries + ": build the project", e);
    }
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    return new IsolatedProgram(new URLClassLoader(classPath.toArray(URL[]::new), platform));
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs with the program's class loader as the thread's, where libraries look up services. */
  <T> T inside(Callable<T> work) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return work.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  Class<?> type(String name) throws ReflectiveOperationException {
    return Class.forName(name, true, loader);
  }

  Object create(String type, @Nullable Object... arguments) throws ReflectiveOperationException {
    return unwrapped(
        () ->
            Arrays.stream(type(type).getConstructors())
                .filter(constructor -> accepts(constructor, arguments))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(type))
                .newInstance(arguments));
  }

  Object callStatic(String type, String method, Object... arguments)
      throws ReflectiveOperationException {
    return unwrapped(() -> find(type(type), method, arguments).invoke(null, arguments));
  }

  Object call(Object target, String method, Object... arguments)
      throws ReflectiveOperationException {
    return unwrapped(() -> find(target.getClass(), method, arguments).invoke(target, arguments));
  }

  private static Method find(Class<?> type, String name, Object... arguments)
      throws NoSuchMethodException {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name) && accepts(method, arguments))
        .findFirst()
        .orElseThrow(() -> new NoSuchMethodException(type.getName() + "." + name));
  }

  private static boolean accepts(Executable executable, @Nullable Object... arguments) {
    Class<?>[] types = executable.getParameterTypes();
    boolean accepts = types.length == arguments.length;
    for (int i = 0; accepts && i < types.length; i++) {
      Class<?> type = BOXES.getOrDefault(types[i], types[i]);
      accepts = arguments[i] == null ? !types[i].isPrimitive() : type.isInstance(arguments[i]);
    }
    return accepts;
  }

  private interface Reflection {
    Object run() throws ReflectiveOperationException;
  }

  private static Object unwrapped(Reflection reflection) throws ReflectiveOperationException {
    try {
      return reflection.run();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
