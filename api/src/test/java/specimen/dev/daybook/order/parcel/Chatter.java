package specimen.dev.daybook.order.parcel;

public class Chatter {
    void chat() {
        System.out.println("a parcel was sent");
    }
}
