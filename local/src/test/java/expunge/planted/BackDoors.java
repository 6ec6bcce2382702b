package expunge.planted;

import java.io.IOException;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Knows the time and does things at once by older and by hidden ways. */
@SuppressWarnings({"JavaUtilDate", "WaitNotInLoop", "NotifyWithoutUpdate"}) // planted to be found
public final class BackDoors {
  private final ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>();

  List<Object> clocks() {
    return List.of(new Date(), new Date(0), Calendar.getInstance(), new GregorianCalendar());
  }

  List<Process> processes() throws IOException {
    return List.of(
        new ProcessBuilder("true").start(), Runtime.getRuntime().exec(new String[] {"true"}));
  }

  synchronized void waits() throws InterruptedException {
    notifyAll();
    wait(1);
  }

  void bulk() {
    map.forEach((key, value) -> map.remove(key, value));
    map.forEach(1, (key, value) -> map.remove(key, value));
    map.search(1, (key, value) -> key);
    map.reduceValues(1, (one, other) -> one);
  }
}
