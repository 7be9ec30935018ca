package dev.callout.rights;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is reached past the rights: each way in sends a message, and each message is sent, handled and in the matrix. */
class EndpointsTest {

    @Test
    void every_way_in_sends_a_message_or_has_a_reason_not_to() {
        assertThat(Address.all()).hasSizeGreaterThan(50);
        assertThat(Address.all().stream()
                        .filter(address -> address.messages().isEmpty())
                        .map(Address::toString))
                .containsExactlyInAnyOrderElementsOf(
                        SideDoor.ALL.stream().map(SideDoor::address).toList());
    }

    @Test
    void every_message_that_is_handled_is_in_the_matrix_and_the_other_way_round() {
        var handled = Stream.concat(Product.COMMANDS.stream(), Product.QUERIES.stream())
                .toList();
        assertThat(handled).hasSizeGreaterThan(50);
        assertThat(Message.all()).extracting(Message::type).containsExactlyInAnyOrderElementsOf(handled);
    }

    @Test
    void every_message_has_its_line_in_the_table_of_requests() {
        assertThat(Requests.TABLE.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Message.all().stream().map(Message::type).toList());
    }

    @Test
    void what_has_an_address_is_tried_by_that_address() {
        var reachable =
                addresses().flatMap(address -> address.messages().stream()).collect(toSet());
        var tried = Requests.TABLE.entrySet().stream()
                .filter(line -> !line.getValue().isInside())
                .<Class<?>>map(line -> line.getKey())
                .collect(toSet());
        assertThat(tried).isEqualTo(Set.copyOf(reachable));
    }

    private static Stream<Address> addresses() {
        return Address.all().stream().filter(Address::isOfTheApi);
    }

    static List<Address> of(Message message) {
        return addresses()
                .filter(address -> address.messages().contains(message.type()))
                .toList();
    }
}
