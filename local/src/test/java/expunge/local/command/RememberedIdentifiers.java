package expunge.local.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** By which entries the suppression list should know a customer, in this test's own words. */
record RememberedIdentifiers(Path keyFile) {
  private static final Map<String, UnaryOperator<String>> NORMAL_FORMS =
      Map.of(
          "MaestraId",
          UnaryOperator.identity(),
          "email",
          email -> email.toLowerCase(Locale.ROOT),
          "phone",
          phone -> phone.replaceAll("[ .\\-/()]", ""),
          "customer_id",
          UnaryOperator.identity(),
          "cookie",
          UnaryOperator.identity(),
          "device_id",
          UnaryOperator.identity());

  Stream<String> of(Map<String, AttributeValue> customer) {
    return NORMAL_FORMS.keySet().stream()
        .filter(customer::containsKey)
        .map(
            name ->
                hash(
                    "customers",
                    name,
                    NORMAL_FORMS.getOrDefault(name, value -> value).apply(text(customer, name))));
  }

  private static String text(Map<String, AttributeValue> customer, String name) {
    AttributeValue value = customer.getOrDefault(name, AttributeValue.fromS(""));
    return value.s() == null ? value.n() : value.s();
  }

  private String hash(String... texts) {
    try {
      String key = Files.readString(keyFile);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      for (String text : texts) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        mac.update(bytes);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException | IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
