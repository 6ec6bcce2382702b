package expunge.httpapi;

/** Answers a call that its caller may make. */
@FunctionalInterface
interface Action {
  ApiResponse answer(Call call);
}
